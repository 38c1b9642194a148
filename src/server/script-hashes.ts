import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../core/problem.ts';

/** Where the build lists the inline scripts of its pages, inside the site's folder. */
const FILE = '_specimen/csp.json';

/**
 * The hashes of the inline scripts that the built site may run: `scriptHashes` of `_specimen/csp.json`; none without that file.
 * The file is read again when it changes, with the pages, by a new build. Asking throws a `ProblemError` where it says
 * something else, for it decides what may run in a reader's browser.
 */
export function scriptHashReader(siteDirectory: string): () => readonly string[] {
	const file = join(siteDirectory, FILE);
	let readAt: number | undefined;
	let hashes: readonly string[] = [];
	return () => {
		const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
		if (changedAt === undefined) return [];
		if (changedAt !== readAt) hashes = readScriptHashes(file);
		readAt = changedAt;
		return hashes;
	};
}

function readScriptHashes(file: string): string[] {
	try {
		const { scriptHashes } = JSON.parse(readFileSync(file, 'utf8')) as { scriptHashes?: unknown };
		if (Array.isArray(scriptHashes) && scriptHashes.every(isScriptHash)) return scriptHashes;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
	}
	throw new ProblemError({
		severity: 'error',
		code: 'malformed-script-hashes',
		message: `${FILE} does not hold {"scriptHashes": ["sha256-…"]}.`,
		hint: 'Build the site again: npm run build',
		place: { file, line: 1, column: 1 },
	});
}

function isScriptHash(value: unknown): value is string {
	return typeof value === 'string' && /^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}$/.test(value);
}
