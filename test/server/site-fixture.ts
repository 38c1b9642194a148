import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Writes files into a new folder, which goes after the file's tests, and returns the folder. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-'));
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A page long enough to be worth compressing. */
export const PAGE = `<!doctype html><title>Remove</title>${'<p>A paragraph of the page.</p>'.repeat(200)}`;

/** What a build leaves behind, in small. */
export const SITE = {
	'index.html': '<!doctype html><title>Home</title>',
	'404.html': '<!doctype html><title>Not here</title>',
	'plivo/remove-shortcode/index.html': PAGE,
	'_astro/page.B1x9.js': 'console.log(1)',
	'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'.hidden': 'secret',
};
