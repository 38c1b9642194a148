import type { Operation, Response } from '../../../core/operation.ts';

/** The response that a document describes for a status: by its number, else its family (`4XX`), else `default`. */
export function documentedResponse({ responses }: Operation, status: number): Response | undefined {
	const family = `${Math.floor(status / 100)}XX`;
	const by = (key: string) => responses.find((response) => response.status.toUpperCase() === key);
	return by(String(status)) ?? by(family) ?? by('DEFAULT');
}
