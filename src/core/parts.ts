import { own } from './own.ts';

/** A piece of a text that a sample writes: fixed text, something only the reader has, or a credential held in a variable. */
export type Part = string | PlaceholderPart | { credential: string };

/**
 * Something only the reader has; `encoded` where it stands percent-encoded, as in a URL, `json` in a string of JSON,
 * `xml` in the text of XML.
 */
export interface PlaceholderPart {
	placeholder: string;
	value?: string;
	encoded?: true;
	json?: true;
	xml?: true;
}

/** A text in pieces; neighbouring fixed pieces are joined. */
export type Parts = Part[];

/** Appends to a text in pieces, joining fixed text. */
export function append(parts: Parts, ...more: Part[]): Parts {
	for (const part of more) {
		const last = parts.at(-1);
		if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
		else if (part !== '') parts.push(part);
	}
	return parts;
}

/**
 * The text once the reader's values stand in it. Credentials and unknown placeholders come from `values` by name;
 * `encode` is told where a placeholder is marked as to be percent-encoded.
 */
export function fillParts(
	parts: Parts,
	values: Readonly<Record<string, string>>,
	encode: (text: string, encoded: boolean) => string = String,
): string {
	return parts
		.map((part) => {
			if (typeof part === 'string') return part;
			if ('credential' in part) return encode(own(values, part.credential) ?? `<${part.credential}>`, false);
			return encode(own(values, part.placeholder) ?? part.value ?? `<${part.placeholder}>`, part.encoded === true);
		})
		.join('');
}
