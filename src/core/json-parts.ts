import type { Parts, PlaceholderPart } from './parts.ts';
import { toJsonText, type Value } from './value.ts';

/** Stands where a placeholder does; JSON holds no control character as it is. */
const HERE = '\0';

/** JSON text in pieces, so that a placeholder inside one of its strings keeps its place; `indent` as for `toJsonText`. */
export function jsonParts(value: Value, indent = 0): Parts {
	const placeholders: PlaceholderPart[] = [];
	const text = toJsonText(value, indent, ({ name, value }) => {
		placeholders.push({ placeholder: name, ...(value === undefined ? {} : { value }), json: true });
		return `"${HERE}"`;
	});
	if (placeholders.length === 0) return [text];
	return text.split(HERE).flatMap((piece, index) => [piece, ...placeholders.slice(index, index + 1)]);
}
