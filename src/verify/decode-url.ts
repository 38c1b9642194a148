/** A name and a value, decoded. */
export type Pair = readonly [name: string, value: string];

/**
 * The segments of a path, each decoded by itself, so that `a%2Fb` stays one segment. What is no
 * UTF-8 or no escape stays as it is written.
 */
export function decodePath(path: string): string[] {
	return path.split('/').map(decode);
}

/** The pairs of a query or a form, in order, as `application/x-www-form-urlencoded` has them. */
export function decodePairs(text: string): Pair[] {
	if (text === '') return [];
	return text.split('&').map((pair) => {
		const mark = pair.indexOf('=');
		const [name, value] = mark < 0 ? [pair, ''] : [pair.slice(0, mark), pair.slice(mark + 1)];
		return [decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
	});
}

/**
 * Takes an absolute address apart without normalising it, as `new URL` would.
 * @example splitUrl('https://a.test//x/%2e?q=1') // { origin: 'https://a.test', path: '//x/%2e', query: 'q=1' }
 */
export function splitUrl(url: string): { origin: string; path: string; query: string } {
	const [, origin = '', path = '', query = ''] = /^([^:/?#]+:\/\/[^/?#]*)?([^?#]*)\??([^#]*)/.exec(url) ?? [];
	return { origin, path: path || '/', query };
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
