import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Language } from '../../core/language.ts';
import { type Fences, readFences } from './read-fences.ts';

/** What there is to prove below some paths, and how many files were read. */
export interface ForeignFiles extends Fences {
	files: number;
}

/**
 * Reads the fences of Markdown and MDX, and whole files of the languages by their endings, below folders and files.
 * Folders that begin with a dot, and `node_modules`, are left out. Throws where a path is not there.
 */
export function readFiles(paths: readonly string[], languages: readonly Language[]): ForeignFiles {
	const found: ForeignFiles = { files: 0, texts: [], optedOut: 0, others: new Map(), problems: [] };
	for (const file of [...new Set(paths.flatMap((path) => filesBelow(path.replace(/(?<=.)\/+$/, ''))))]) {
		const extension = extname(file).toLowerCase();
		const language = languages.find(({ foreign }) => foreign.extensions.includes(extension));
		if (language) {
			const text = readFileSync(file, 'utf8');
			found.texts.push({ file, line: 1, indent: 0, language, text });
		} else if (/^\.(md|mdx|markdown)$/.test(extension)) {
			const { texts, optedOut, others, problems } = readFences(file, readFileSync(file, 'utf8'), languages);
			found.texts.push(...texts);
			found.problems.push(...problems);
			found.optedOut += optedOut;
			for (const [name, count] of others) found.others.set(name, (found.others.get(name) ?? 0) + count);
		} else continue;
		found.files++;
	}
	return found;
}

function filesBelow(path: string): string[] {
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { withFileTypes: true })
		.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			if (entry.isDirectory()) return filesBelow(join(path, entry.name));
			return entry.isFile() ? [join(path, entry.name)] : [];
		});
}
