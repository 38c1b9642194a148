import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets the site read `spec/` and `proof/`. While developing, a change there shows at once: the module that read them
 * (`reader`) reads them again.
 */
export function viteSpecs({ spec, proof }: { spec: string; proof: string }, reader: string): Plugin {
	const roots = [spec, proof].map((folder) => resolve(folder) + sep);
	return {
		name: 'specimen-specs',
		configureServer: ({ watcher }) => void watcher.add(roots),
		hotUpdate({ file, modules }) {
			if (!roots.some((root) => file.startsWith(root))) return undefined;
			return [...modules, ...(this.environment.moduleGraph.getModulesByFile(reader) ?? [])];
		},
	};
}
