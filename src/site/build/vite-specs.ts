import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets the site read `spec/`. While developing, a change there shows at once: whatever was read is read again.
 */
export function viteSpecs(folder = process.env.SPECIMEN_SPEC ?? 'spec'): Plugin {
	const root = resolve(folder) + sep;
	const reader = resolve('src/site/model/apis.ts');
	return {
		name: 'specimen-specs',
		configureServer: ({ watcher }) => void watcher.add(root),
		hotUpdate({ file, modules }) {
			if (!file.startsWith(root)) return undefined;
			return [...modules, ...(this.environment.moduleGraph.getModulesByFile(reader) ?? [])];
		},
	};
}
