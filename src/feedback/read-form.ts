import { Refusal } from './refusal.ts';

/** The fields of a form that came in, by name. */
export type Form = ReadonlyMap<string, string>;

/**
 * Reads a form, urlencoded as browsers send it or as a JSON object of texts and numbers.
 * Throws a `Refusal` of what is neither, or is no UTF-8, or says something twice.
 */
export async function readForm(request: Request): Promise<Form> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	const bytes = await request.arrayBuffer();
	try {
		// A character that is none would otherwise become another in silence.
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (type === 'application/x-www-form-urlencoded') return unique(text.split('&').filter(Boolean).map(decodePair));
		if (type === 'application/json') return unique(readJson(text));
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(400, 'What was sent cannot be read: it is malformed, or no UTF-8.');
	}
	throw new Refusal(415, 'Send the form as application/x-www-form-urlencoded or application/json.');
}

function decodePair(pair: string): [string, string] {
	const at = pair.indexOf('=');
	const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
	return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
}

function readJson(text: string): [string, string][] {
	const data: unknown = JSON.parse(text);
	if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new TypeError('no object');
	return Object.entries(data).map(([name, value]) => {
		if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError('no text');
		// Half of a surrogate pair is no character either.
		if (!String(value).isWellFormed()) throw new TypeError('malformed');
		return [name, String(value)];
	});
}

function unique(pairs: readonly [string, string][]): Form {
	const form = new Map(pairs);
	if (form.size < pairs.length) throw new Refusal(400, 'A field was sent twice.');
	return form;
}
