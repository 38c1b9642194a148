import { escapeText, hex } from '../../src/core/escape-text.ts';
import { markPlain } from '../../src/core/marks.ts';
import { ProblemError } from '../../src/core/problem.ts';

const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', "'": "\\'" };

/** Text as it stands between `$'` and `'`; where nothing in it is escaped, between plain quotes as well. */
export function inside(text: string): string {
	// Grammars that highlight bash take a quote behind `\\` for an escaped one.
	return escapeText(text, { named, unicode: bytes }).replace(/\\\\$/, '\\x5c');
}

/** Text between plain quotes, which nothing escapes: a quote stands outside them. */
export const plain = (text: string) => text.replaceAll("'", "'\\''");

/** A string literal. */
export const string = (text: string) => quoted(inside(text));

/** A literal that holds variables; what double quotes cannot write stands beside them in `$'…'`. */
export function interpolate(parts: ({ text: string } | { code: string })[]): string {
	const texts = parts.flatMap((part) => ('text' in part ? [part.text] : []));
	if (texts.length === parts.length) return quoted(texts.join(''));
	const pieces = parts.flatMap((part, index) => {
		if ('text' in part) return doubleQuoted(part.text);
		const next = parts[index + 1];
		const runsOn = next && 'text' in next && /^[\w[]/.test(next.text);
		return [runsOn ? `\${${part.code}}` : `$${part.code}`];
	});
	return `"${pieces.join('')}"`.replace(/^""(?=\$')/, '').replace(/(?<=')""$/, '');
}

/** What `printf` prints as the text, NUL included. */
export function printfFormat(text: string): string {
	const rules = {
		named: { ...named, '%': '%%', "'": '\\x27', $: '\\x24', '`': '\\x60', '\0': '\\000' },
		unicode: bytes,
	};
	return `'${escapeText(text, rules).replace(/^-/, '\\x2d')}'`;
}

/** Plain quotes, unless something is escaped or looks as if the shell should expand it. */
function quoted(escaped: string): string {
	return /[\\$`]/.test(escaped) ? `$'${escaped}'` : `'${markPlain(escaped)}'`;
}

/** Escaped text as it stands inside double quotes; escapes that they lack leave them. */
function doubleQuoted(escaped: string): string[] {
	const runs = escaped.match(/(?:\\(?:[nrt]|x..))+|(?:\\['\\]|[^\\])+/gs) ?? [];
	return runs.map((run) =>
		/^\\[nrtx]/.test(run) ? `"$'${run}'"` : run.replaceAll("\\'", "'").replace(/["$`]/g, '\\$&'),
	);
}

/** A character by its bytes: `\u…` would depend on the reader's locale. */
function bytes(code: number): string {
	if (code === 0) {
		throw new ProblemError({
			severity: 'error',
			code: 'no-such-text',
			message: 'A NUL character can stand in no argument of a command.',
			hint: 'Choose an example without it.',
		});
	}
	return [...new TextEncoder().encode(String.fromCodePoint(code))].map((byte) => `\\x${hex(byte, 2)}`).join('');
}
