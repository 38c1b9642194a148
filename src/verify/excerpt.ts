/** A value for a sentence: on one line, and not so long that the sentence is lost. */
export function excerpt(text: string, limit = 200): string {
	const line = text.replaceAll(/\p{Cc}/gu, (letter) => JSON.stringify(letter).slice(1, -1));
	return line.length > limit ? `${line.slice(0, limit)}… (${text.length} characters)` : line;
}
