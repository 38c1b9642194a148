import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileTemplate } from './compile-template.ts';
import { findTemplate } from './find-template.ts';

let overrides = 'templates';

/** Names the folder whose templates take the place of Specimen's own, file by file. To be called before a language loads. */
export function overrideTemplates(folder: string): void {
	overrides = folder;
}

/** Lets Node import `.hbs` files as compiled templates. Import this module before any that imports a language. */
registerHooks({
	load(url, context, nextLoad) {
		if (!url.endsWith('.hbs')) return nextLoad(url, context);
		const file = findTemplate(fileURLToPath(url), overrides);
		return {
			format: 'module',
			shortCircuit: true,
			source: compileTemplate(readFileSync(file, 'utf8'), relative(process.cwd(), file)),
		};
	},
});
