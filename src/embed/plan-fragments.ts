import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/language.ts';
import type { Api, Sample } from '../core/sample.ts';
import { folderNames } from '../tree/folder-names.ts';
import { type Format, type Fragment, toFragment } from './fragment.ts';
import { mintlifyMdx } from './mintlify.ts';
import { docusaurus, starlight, tabsMdx } from './tabs-mdx.ts';

/** What fragments are made of. */
export interface FragmentSource {
	api: Api;
	samples: readonly Sample[];
	languages: readonly Language[];
	format: Format;
}

/** The files of an API's fragments, one a task that has samples, by their names; the same samples give the same bytes. */
export async function planFragments({ api, samples, languages, format }: FragmentSource): Promise<Map<string, string>> {
	const names = folderNames(api.tasks);
	const files = new Map<string, string>();
	for (const task of api.tasks) {
		const fragment = toFragment(api, task, samples, languages);
		if (fragment.languages.length === 0) continue;
		const name = names.get(task.id) ?? task.id;
		files.set(...(await written(name, fragment, format)));
	}
	if (format === 'html')
		for (const name of ['specimen.css', 'specimen.js'])
			files.set(name, readFileSync(join(import.meta.dirname, 'assets', name), 'utf8'));
	return files;
}

/** Docusaurus makes no page of a file whose name begins with `_`. */
async function written(name: string, fragment: Fragment, format: Format): Promise<[file: string, text: string]> {
	switch (format) {
		case 'html':
			// The highlighter is only loaded where something is coloured.
			return [`${name}.html`, await (await import('./html.ts')).fragmentHtml(fragment)];
		case 'docusaurus':
			return [`_${name}.mdx`, tabsMdx(fragment, docusaurus)];
		case 'mintlify':
			return [`${name}.mdx`, mintlifyMdx(fragment)];
		case 'starlight':
			return [`${name}.mdx`, tabsMdx(fragment, starlight)];
	}
}
