import fc from 'fast-check';
import { decimalKey, type Value } from '../../src/core/value.ts';

/** Texts that break generators: quotes, escapes, interpolation, comment and tag ends, controls, separators, emoji. */
export const hostileTexts: readonly string[] = [
	'',
	'plain',
	`it's`,
	'say "hi"',
	'back\\slash',
	'\\n is no newline',
	'trailing \\',
	'line\nbreak',
	'carriage\r\nreturn',
	'tab\there',
	'nul\u0000byte',
	'bell\u0007 escape\u001b delete\u007f next\u0085line',
	'#{ruby} #{1 + 1} #$global #@instance',
	'$php ${php} {$php} $(shell) `backtick`',
	'%s %d %% %{name} {0} {{mustache}} ${js}',
	'?> <?php */ /* // # -- <!-- ]]>',
	'</script><b>&amp;</b>',
	'\u2028line separator\u2029paragraph',
	'\u202eoverride\u202c \ufeffbom \ufffe \ufdd0mark\ufdd2',
	'emoji 😀 👩‍👩‍👧 🇩🇪 é e\u0301',
	'日本語 العربية हिन्दी',
	'!history !! ~ * ? [a]',
	'"""triple""" \'\'\'triple\'\'\' @"verbatim"',
	'a=b&c=d e+f%20g',
	'\\u0041 \\x41 \\101',
	'EOF\nEOF\n',
	' leading and trailing ',
	'-dash @file',
	'\ud83d\ude00\u{10ffff}',
];

const integerText = fc.oneof(
	fc.constantFrom(
		'0',
		'-1',
		'9007199254740993',
		'12345678901234567890',
		'-9223372036854775808',
		'9223372036854775808',
		'99999999999999999999999999',
	),
	fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
);
const decimalText = fc.oneof(
	fc.constantFrom('1.50', '0.1', '-0.5', '1e3', '1E-7', '3.141592653589793'),
	fc
		.double({ noNaN: true, noDefaultInfinity: true })
		.map(String)
		.filter((text) => /^-?\d+\.\d+$/.test(text)),
);

/** Any text, with the hostile ones often among them. Lone surrogates never reach a printer. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...hostileTexts),
	fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed()),
	fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** Any typed value, three levels deep. Keys of a map are distinct. */
export const arbitraryValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true, maxDepth: 3 },
		fc.constant<Value>({ kind: 'null' }),
		fc.boolean().map((value): Value => ({ kind: 'boolean', value })),
		integerText.map((text): Value => ({ kind: 'integer', text })),
		decimalText.map((text): Value => ({ kind: 'decimal', text })),
		arbitraryText.map((text): Value => ({ kind: 'string', text })),
		fc.array(tie('value'), { maxLength: 4 }).map((items): Value => ({ kind: 'list', items })),
		fc
			.uniqueArray(
				fc.tuple(fc.oneof(arbitraryText, fc.constantFrom('__proto__', '0', '1', 'class', 'constructor')), tie('value')),
				{ maxLength: 4, selector: ([name]) => name },
			)
			.map((entries): Value => ({ kind: 'map', entries })),
	),
})).value;

/** A value as plain data that `toEqual` compares: numbers by their exact decimal value, maps without order. */
export function comparable(value: Value): unknown {
	switch (value.kind) {
		case 'null':
			return null;
		case 'boolean':
			return value.value;
		case 'integer':
		case 'decimal':
			return `number ${decimalKey(value.text)}`;
		case 'string':
			return `text ${value.text}`;
		case 'placeholder':
			return `placeholder ${value.name}`;
		case 'list':
			return value.items.map(comparable);
		case 'map':
			return new Map(
				[...value.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, comparable(item)]),
			);
	}
}
