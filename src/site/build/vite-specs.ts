import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets the site read `spec/` and `proof/`. While developing, a change there shows at once: whatever was read is read
 * again.
 */
export function viteSpecs(
	folders = [process.env.SPECIMEN_SPEC ?? 'spec', process.env.SPECIMEN_PROOF ?? 'proof'],
): Plugin {
	const roots = folders.map((folder) => resolve(folder) + sep);
	const reader = resolve('src/site/model/apis.ts');
	return {
		name: 'specimen-specs',
		configureServer: ({ watcher }) => void watcher.add(roots),
		hotUpdate({ file, modules }) {
			if (!roots.some((root) => file.startsWith(root))) return undefined;
			return [...modules, ...(this.environment.moduleGraph.getModulesByFile(reader) ?? [])];
		},
	};
}
