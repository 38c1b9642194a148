import type { PlannedSample, Selection } from './plan-tree.ts';
import { isSelected } from './plan-tree.ts';
import type { TreeOnDisk } from './read-tree.ts';

/** How a file on the disk departs from what the spec says. */
export interface Drift {
	kind: 'stale' | 'missing' | 'left-over';
	/** Relative to the tree. */
	path: string;
	onDisk?: string;
	expected?: string;
}

/** Compares what the tree should hold with what it holds. With a selection, other samples are nobody's business. */
export function compareTree(planned: readonly PlannedSample[], disk: TreeOnDisk, selection: Selection = {}): Drift[] {
	const expected = new Map(planned.map(({ entry, sample }) => [entry.path, sample.code]));
	const drift: Drift[] = [];
	for (const [path, code] of expected) {
		const onDisk = disk.files.get(path);
		if (onDisk === undefined) drift.push({ kind: 'missing', path, expected: code });
		else if (onDisk !== code) drift.push({ kind: 'stale', path, onDisk, expected: code });
	}
	const whole = !selection.languages && !selection.styles;
	const listed = new Map((disk.manifest ?? []).map((entry) => [entry.path, entry]));
	for (const [path, onDisk] of disk.files) {
		if (expected.has(path)) continue;
		const entry = listed.get(path);
		const ours = entry ? isEntrySelected(entry, selection) : whole;
		if (ours) drift.push({ kind: 'left-over', path, onDisk });
	}
	return drift.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a manifest entry is among the languages and styles asked for. */
export function isEntrySelected(entry: { language: string; style: string }, selection: Selection): boolean {
	return (!selection.languages || selection.languages.has(entry.language)) && isSelected(selection.styles, entry.style);
}
