import { escapeText, hex } from '../../src/core/escape-text.ts';
import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { markPlaceholder } from '../../src/core/marks.ts';
import { toJsonText, type Value } from '../../src/core/value.ts';

/**
 * A JSON body as a raw string literal, so that it reads as JSON; JSON lets it be broken and indented like code.
 * What a raw string cannot hold, a backtick for one, stands in it as JSON's own escape.
 */
export function jsonLiteral(value: Value): Doc {
	return ['`', json(value), '`'];
}

function json(value: Value): Doc {
	switch (value.kind) {
		case 'placeholder':
			return ['"', markPlaceholder(value.name, 'raw-json', raw(`<${value.name}>`).slice(1, -1)), '"'];
		case 'list':
			return bracket('[', ']', value.items.map(json), { trailing: '' });
		case 'map':
			return bracket(
				'{',
				'}',
				value.entries.map(([name, item]) => [`${raw(name)}: `, json(item)]),
				{ trailing: '' },
			);
		case 'string':
			return raw(value.text);
		default:
			return toJsonText(value);
	}
}

/** A JSON string, quotes included, as it stands in a raw string literal. */
function raw(text: string): string {
	return escapeText(JSON.stringify(text), {
		named: { '`': '\\u0060' },
		unicode: (code) =>
			String.fromCodePoint(code)
				.split('')
				.map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
				.join(''),
	});
}
