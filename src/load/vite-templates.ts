import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { compileTemplate } from './compile-template.ts';

/** The bundler's side of `register-templates.ts`: `.hbs` files become compiled templates, and reload when they change. */
export function viteTemplates(): Plugin {
	return {
		name: 'specimen-templates',
		transform(source, id) {
			if (!id.endsWith('.hbs')) return undefined;
			return { code: compileTemplate(source, relative(process.cwd(), id)), map: null };
		},
	};
}
