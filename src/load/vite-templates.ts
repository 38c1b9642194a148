import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { compileTemplate } from './compile-template.ts';
import { findTemplate, ownTemplate } from './find-template.ts';

/**
 * The bundler's side of `register-templates.ts`: `.hbs` files become compiled templates, those of the project (`folder`) in
 * place of Specimen's own, and reload when they change, come or go.
 */
export function viteTemplates(folder = 'templates'): Plugin {
	const root = resolve(folder) + sep;
	return {
		name: 'specimen-templates',
		load(id) {
			const [path = ''] = id.split('?');
			if (!path.endsWith('.hbs')) return undefined;
			const file = findTemplate(path, folder);
			return { code: compileTemplate(readFileSync(file, 'utf8'), relative(process.cwd(), file)), map: null };
		},
		configureServer: ({ watcher }) => void watcher.add(root),
		hotUpdate({ file, modules }) {
			if (!file.endsWith('.hbs') || !resolve(file).startsWith(root)) return undefined;
			const own = ownTemplate(relative(root, resolve(file)));
			return [...modules, ...(this.environment.moduleGraph.getModulesByFile(own) ?? [])];
		},
	};
}
