import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';

/** Specimen's own templates, a folder for each language. */
const OWN = join(import.meta.dirname, '../../templates');

/** The file of one of Specimen's own templates: `python/http.hbs`. */
export function ownTemplate(path: string): string {
	return join(OWN, path);
}

/** The project's template in place of one of Specimen's: the same `<language>/<file>.hbs` below `folder`, where it is there. */
export function findTemplate(file: string, folder: string): string {
	const own = relative(OWN, file);
	const replacing = resolve(folder, own);
	return !own.startsWith('..') && existsSync(replacing) ? replacing : file;
}

/** Templates of a project that take the place of none, and that nothing would ever read. */
export function strayTemplates(folder: string): Problem[] {
	if (resolve(folder) === OWN) return [];
	return templatesIn(folder).flatMap((path): Problem[] => {
		if (existsSync(join(OWN, path))) return [];
		const language = dirname(path);
		const isLanguage = existsSync(join(OWN, language)) && language !== '.';
		const known = isLanguage
			? templatesIn(join(OWN, language)).map((name) => `${language}/${name}`)
			: [...new Set(templatesIn(OWN))];
		return [
			{
				severity: 'warning',
				code: 'unknown-template',
				message: `Specimen has no template ${path} for this one to take the place of.`,
				hint: isLanguage ? suggest(path, known) : suggest(`${language}/${basename(path)}`, known),
				place: { file: join(folder, path), line: 1, column: 1 },
			},
		];
	});
}

/** The templates below a folder, as `python/http.hbs`. */
function templatesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.hbs') && !name.includes('node_modules'))
		.map((name) => name.replaceAll('\\', '/'))
		.sort();
}
