import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ManifestEntry, parseManifest } from './manifest.ts';

/** A tree of samples as it lies on the disk. */
export interface TreeOnDisk {
	/** Absent where there is no manifest; `broken` where it is none. */
	manifest?: ManifestEntry[];
	broken: boolean;
	/** The text of each file below `<operation>/<style>/`, by its path in the tree. */
	files: Map<string, string>;
}

/** Reads a tree: its manifest and every file two folders down. A tree that does not exist is empty. */
export function readTree(folder: string): TreeOnDisk {
	const files = new Map<string, string>();
	const manifestFile = join(folder, 'manifest.json');
	const text = existsSync(manifestFile) ? readFileSync(manifestFile, 'utf8') : undefined;
	const manifest = text === undefined ? undefined : parseManifest(text);
	for (const operation of subfolders(folder)) {
		for (const style of subfolders(join(folder, operation))) {
			for (const item of readdirSync(join(folder, operation, style), { withFileTypes: true })) {
				if (item.isFile())
					files.set(
						`${operation}/${style}/${item.name}`,
						readFileSync(join(folder, operation, style, item.name), 'utf8'),
					);
			}
		}
	}
	return { ...(manifest ? { manifest } : {}), broken: text !== undefined && !manifest, files };
}

function subfolders(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((item) => item.isDirectory() && !item.name.startsWith('.'))
		.map((item) => item.name)
		.sort();
}
