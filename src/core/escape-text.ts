/** How a string literal of a language writes what cannot stand in it as it is. */
export interface EscapeRules {
	/** Characters with an escape of their own, at least the quote and the escape character; values are what is written. */
	named: Readonly<Record<string, string>>;
	/** Any other character that should not be seen raw, by its code point. */
	unicode(code: number): string;
}

/** Text that no language has to escape: printable ASCII without quotes, `\`, `$`, `#`, `%`, `` ` ``, braces and `?`. */
const PLAIN = /^[ !&()*+,\-./0-9:;<=>@A-Z[\]^_a-z|~]*$/;

/** What may stand raw in a source file: letters, marks, numbers, punctuation, symbols, spaces and emoji joiners.
 * Controls, line separators, direction overrides and noncharacters may not: they break literals or deceive readers. */
const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} \u200c\u200d]/u;

/** The text as it stands between the quotes of a literal. */
export function escapeText(text: string, rules: EscapeRules): string {
	if (PLAIN.test(text)) return text;
	let escaped = '';
	for (const character of text) {
		const named = rules.named[character];
		if (named !== undefined) escaped += named;
		else if (character >= ' ' && character <= '~') escaped += character;
		else escaped += UNSAFE.test(character) ? rules.unicode(character.codePointAt(0) ?? 0) : character;
	}
	return escaped;
}

/** A code point in hexadecimal, padded to a width. */
export function hex(code: number, width: number): string {
	return code.toString(16).padStart(width, '0');
}
