/** What every fragment says first, so that nobody edits it. */
export const notice = 'Written by `specimen embed`; do not edit.';

/** The code as a fence that nothing in it can close: longer than every run of backticks it holds. */
export function fence(code: string, info: string): string {
	const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
	const ticks = '`'.repeat(Math.max(3, longest + 1));
	return `${ticks}${info}\n${code}${code.endsWith('\n') ? '' : '\n'}${ticks}`;
}

/** A text as the value of a JSX attribute: in quotes where it means itself there, else as an expression. */
export function attribute(text: string): string {
	return /^[\w .,:;/#+()-]*$/.test(text) ? `"${text}"` : `{${JSON.stringify(text)}}`;
}
