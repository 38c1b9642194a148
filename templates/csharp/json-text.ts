import type { Parts } from '../../src/core/parts.ts';
import { fillPlaceholders, someValue, toJsonText, type Value } from '../../src/core/value.ts';

/** JSON text in pieces, so that a placeholder inside one of its strings keeps its place. */
export function jsonParts(value: Value, indent: number): Parts {
	const names: string[] = [];
	someValue(value, (part) => {
		if (part.kind === 'placeholder') names.push(part.name);
		return false;
	});
	const plain = toJsonText(value, indent);
	if (names.length === 0) return [plain];
	let mark = '|';
	while (plain.includes(mark)) mark += '|';
	const marks = Object.fromEntries(names.map((name, index) => [name, mark + index + mark]));
	return toJsonText(fillPlaceholders(value, marks), indent)
		.split(mark)
		.map((text, index) => (index % 2 === 0 ? text : { placeholder: names[Number(text)] ?? '' }));
}

/** Whether JSON is worth more than one line: it holds something. */
export function isNested(value: Value): boolean {
	return (value.kind === 'map' && value.entries.length > 0) || (value.kind === 'list' && value.items.length > 0);
}
