import type { Plugin } from 'vite';
import type { Language } from '../../core/language.ts';

const NAME = 'virtual:grammars';

/**
 * `virtual:grammars`: a function for each grammar of our languages that loads it, `{ python: () => import(…) }`, so that
 * a page's highlighter fetches the one that it needs and the build holds no others.
 */
export function viteGrammars(languages: readonly Language[]): Plugin {
	const entries = [...new Set(languages.map(({ grammar }) => grammar))].map(
		(grammar) => `${JSON.stringify(grammar)}: () => import(${JSON.stringify(`shiki/langs/${grammar}.mjs`)})`,
	);
	return {
		name: 'specimen-grammars',
		resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
		load: (id) => (id === `\0${NAME}` ? `export const grammars = { ${entries.join(', ')} };` : undefined),
	};
}
