import type { Parts, PlaceholderPart } from './parts.ts';
import { fillPlaceholders, someValue, toJsonText, type Value } from './value.ts';

/** JSON text in pieces, so that a placeholder inside one of its strings keeps its place; `indent` as for `toJsonText`. */
export function jsonParts(value: Value, indent = 0): Parts {
	const placeholders: PlaceholderPart[] = [];
	someValue(value, (part) => {
		if (part.kind === 'placeholder') {
			const known = part.value === undefined ? {} : { value: part.value };
			placeholders.push({ placeholder: part.name, ...known, json: true });
		}
		return false;
	});
	const plain = toJsonText(value, indent);
	let mark = '|';
	while (plain.includes(mark)) mark += '|';
	const marks = Object.fromEntries(placeholders.map(({ placeholder }, index) => [placeholder, mark + index + mark]));
	return toJsonText(fillPlaceholders(value, marks), indent)
		.split(mark)
		.map((text, index) => (index % 2 === 0 ? text : (placeholders[Number(text)] ?? '')));
}
