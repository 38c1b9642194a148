/** How a string literal of a language writes what cannot stand in it as it is. */
export interface EscapeRules {
	/** Characters with an escape of their own, at least the quote and the escape character; values are what is written. */
	named: Readonly<Record<string, string>>;
	/** Any other character that should not be seen raw, by its code point. */
	unicode(code: number): string;
}

/** What some language has to escape, or may: all but printable ASCII, and of that quotes, `\`, `$`, `#`, `%`, `` ` ``, braces and `?`. */
const SPECIAL = /[^ !&()*+,\-./0-9:;<=>@A-Z[\]^_a-z|~]/u;
const EVERY_SPECIAL = new RegExp(SPECIAL, 'gu');

/** What may stand raw in a source file: letters, marks, numbers, punctuation, symbols, spaces and emoji joiners.
 * Controls, line separators, direction overrides and noncharacters may not: they break literals or deceive readers. */
const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} \u200c\u200d]/u;

/** The text as it stands between the quotes of a literal. */
export function escapeText(text: string, rules: EscapeRules): string {
	if (!SPECIAL.test(text)) return text;
	return text.replace(EVERY_SPECIAL, (character) => {
		const named = rules.named[character];
		if (named !== undefined) return named;
		if (character >= ' ' && character <= '~') return character;
		return UNSAFE.test(character) ? rules.unicode(character.codePointAt(0) ?? 0) : character;
	});
}

/** A code point in hexadecimal, padded to a width. */
export function hex(code: number, width: number): string {
	return code.toString(16).padStart(width, '0');
}
