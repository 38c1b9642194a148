import type { CapturedRequest } from '../captured-request.ts';

/**
 * The line and column, from 1, of a text that most likely sent a request: the first that holds one of the names, the most
 * telling first, else one that holds a part of the path, else the host, else the first line.
 */
export function findLine(text: string, names: readonly string[], { path, host }: CapturedRequest): [number, number] {
	const lines = text.split('\n');
	const parts = path.split('/').filter(Boolean).reverse();
	for (const name of [...names, ...parts, host]) {
		if (name.length < 2) continue;
		const word = new RegExp(`(?<![\\w-])${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w-])`);
		for (const [at, line] of lines.entries()) {
			const column = line.search(word);
			if (column >= 0) return [at + 1, column + 1];
		}
	}
	return [1, 1];
}
