import type { Json } from '../core/document.ts';
import type { FilterSpec } from '../core/mock-spec.ts';

/** Whether a record is what the query asks for; a parameter that is absent or empty asks for nothing. */
export function matches(record: Json, where: Readonly<Record<string, FilterSpec>>, query: URLSearchParams): boolean {
	return Object.entries(where).every(([parameter, filter]) => {
		const asked = query.getAll(parameter).filter((value) => value !== '');
		return asked.length === 0 || asked.some((value) => fits(String(record[filter.field]), value, filter));
	});
}

function fits(held: string, asked: string, { prefix, skip, separator }: FilterSpec): boolean {
	const compared = held.slice(skip);
	const values = separator === undefined ? [asked] : asked.split(separator);
	return values.some((value) => (prefix ? compared.startsWith(value) : compared === value));
}
