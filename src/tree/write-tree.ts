import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isEntrySelected } from './compare-tree.ts';
import { type ManifestEntry, printManifest } from './manifest.ts';
import type { PlannedSample, Selection } from './plan-tree.ts';
import { readTree } from './read-tree.ts';

/** What writing a tree changed. */
export interface TreeChange {
	written: string[];
	deleted: string[];
	unchanged: number;
}

/**
 * Writes the planned samples and their manifest. Everything new is written aside first, in the tree's own file system,
 * and moved into place only when all of it is on the disk: a full disk or a killed run leaves the old samples whole.
 * Deletes nothing but selected files that the old manifest lists and the plan no longer has.
 */
export function writeTree(folder: string, planned: readonly PlannedSample[], selection: Selection = {}): TreeChange {
	const disk = readTree(folder);
	const old = disk.manifest ?? [];
	const kept = old.filter((entry) => !isEntrySelected(entry, selection));
	const entries: ManifestEntry[] = [...kept, ...planned.map(({ entry }) => entry)];
	const expected = new Set(entries.map(({ path }) => path));
	const changed = planned.filter(({ entry, sample }) => disk.files.get(entry.path) !== sample.code);
	const deleted = old
		.filter((entry) => isEntrySelected(entry, selection) && !expected.has(entry.path))
		.map(({ path }) => path);
	const manifest = printManifest(entries);
	const manifestFile = join(folder, 'manifest.json');
	const sameManifest = existsSync(manifestFile) && readFileSync(manifestFile, 'utf8') === manifest;
	const unchanged = planned.length - changed.length;
	if (changed.length === 0 && deleted.length === 0 && sameManifest) return { written: [], deleted: [], unchanged };

	mkdirSync(folder, { recursive: true });
	const aside = mkdtempSync(join(folder, '.writing-'));
	try {
		for (const [index, { sample }] of changed.entries()) {
			writeFileSync(join(aside, String(index)), sample.code, { flush: true });
		}
		writeFileSync(join(aside, 'manifest.json'), manifest, { flush: true });
		for (const [index, { entry }] of changed.entries()) {
			const target = join(folder, entry.path);
			mkdirSync(dirname(target), { recursive: true });
			renameSync(join(aside, String(index)), target);
		}
		for (const path of deleted) remove(folder, path);
		renameSync(join(aside, 'manifest.json'), manifestFile);
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
	return { written: changed.map(({ entry }) => entry.path), deleted, unchanged };
}

/** Removes a file and the folders that it leaves empty. A path that climbs out of the tree is refused. */
function remove(folder: string, path: string): void {
	if (!/^[^/\\]+\/[^/\\]+\/[^/\\]+$/.test(path) || path.split('/').some((part) => part === '..' || part === '.'))
		return;
	rmSync(join(folder, path), { force: true });
	for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
		const full = join(folder, parent);
		if (!existsSync(full) || readdirSync(full).length > 0) return;
		rmdirSync(full);
	}
}
