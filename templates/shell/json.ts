import { hex } from '../../src/core/escape-text.ts';
import { bracket } from '../../src/core/language.ts';
import { type Doc, layOut } from '../../src/core/layout.ts';
import { markPlaceholder, markPlain } from '../../src/core/marks.ts';
import { toJsonText, type Value } from '../../src/core/value.ts';

/** What JSON may hold raw but no source file should: controls, separators, direction marks, noncharacters. */
const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} \u200c\u200d]/gu;

/** A value as JSON between the quotes of a literal, laid out as it stands after `column` columns. */
export function jsonLiteral(value: Value, indent: string, column: number): string {
	const text = layOut(jsonDoc(value), { width: 80, indent: '  ' }, indent, column);
	// As `string` does, but with line breaks as they are.
	return /['\\$`]/.test(text) ? `$'${text.replace(/[\\']/g, '\\$&')}'` : `'${markPlain(text)}'`;
}

function jsonDoc(value: Value): Doc {
	switch (value.kind) {
		case 'string':
			return jsonString(value.text);
		case 'placeholder':
			return `"${markPlaceholder(value.name, 'json', jsonString(`<${value.name}>`).slice(1, -1))}"`;
		case 'list':
			return bracket('[', ']', value.items.map(jsonDoc), { trailing: '' });
		case 'map':
			return bracket(
				'{',
				'}',
				value.entries.map(([name, item]) => [`${jsonString(name)}: `, jsonDoc(item)]),
				{ pad: ' ', trailing: '' },
			);
		default:
			return toJsonText(value);
	}
}

function jsonString(text: string): string {
	return JSON.stringify(text).replace(UNSAFE, (character) => character.split('').map(escapeUnit).join(''));
}

function escapeUnit(unit: string): string {
	return `\\u${hex(unit.charCodeAt(0), 4)}`;
}
