import type { Overrides } from '../../../core/overrides.ts';
import type { Field } from './fields.ts';

/** The fragment that carries a form's values: `#try?limit=5&offset!=`; credentials are never in it. */
export function toFragment(typed: Overrides, fields: readonly Field[]): string {
	const secrets = new Set(fields.filter(({ place }) => place === 'credential').map(({ name }) => name));
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(typed)) {
		if (!secrets.has(name)) query.append(value === null ? `${name}!` : name, value ?? '');
	}
	return query.size === 0 ? '#try' : `#try?${query}`;
}

/** The values that a fragment carries, of fields that the form has; a name with `!` is a field left empty. */
export function fromFragment(fragment: string, fields: readonly Field[]): Overrides {
	const known = new Set(fields.filter(({ place }) => place !== 'credential').map(({ name }) => name));
	if (fields.some(({ place }) => place === 'body')) known.add('body');
	const values: Record<string, string | null> = {};
	for (const [key, value] of new URLSearchParams(/^#try\?(.*)$/s.exec(fragment)?.[1] ?? '')) {
		const name = key.endsWith('!') ? key.slice(0, -1) : key;
		if (known.has(name)) values[name] = key.endsWith('!') ? null : value;
	}
	return values;
}
