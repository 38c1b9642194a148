import { createDocument, type Document } from '../../src/core/document.ts';
import type { Language } from '../../src/core/language.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { createRenderer } from '../../src/core/sample.ts';
import { listTasks } from '../../src/core/task.ts';
import { languages } from '../../templates/index.ts';

/**
 * Our HTTP samples of a loaded document, as `generate` makes them, and how many they are. Everything behind the file is
 * done anew, so that no round finds what another has left: operations, values, calls, views and texts.
 * Each goes to `take` as soon as it is written; nobody keeps those of the peers either.
 * A call that a client cannot send, or that cannot be written yet, has no sample and is not counted.
 */
export function writeSamples(
	{ file, root, others, locate }: Document,
	ids: readonly string[],
	take?: (code: string) => void,
): number {
	const chosen = ids.map((id) => languages.find((language) => language.id === id) as Language);
	const tasks = listTasks(readOperations(createDocument({ file, root, others, locate })));
	const renderer = createRenderer({ name: '', tasks, profiles: new Map() });
	let written = 0;
	for (const task of tasks) {
		for (const language of chosen) {
			const sample = renderer.render({ task, language, style: 'http' });
			if (!('code' in sample)) continue;
			written++;
			take?.(sample.code);
		}
	}
	return written;
}

/** A document with every so-manieth of its paths, beginning with one of them. */
export function shareOf(document: Document, one: number, of: number): Document {
	const paths = Object.entries(document.root.paths as object).filter((_, index) => index % of === one);
	return createDocument({ ...document, root: { ...document.root, paths: Object.fromEntries(paths) } });
}
