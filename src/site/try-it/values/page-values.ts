import type { Overrides } from '../../../core/overrides.ts';
import { type KeptValues, readKept, writeKept } from './kept-values.ts';

/** Every value that the reader gave: those kept for all pages, and those typed into this page's form, which win. */
export interface PageValues {
	kept: KeptValues;
	/** By a field's name; `null` is a field that she emptied. Lives as long as the page. */
	typed: Overrides;
}

const listeners = new Set<(values: PageValues) => void>();
let current: PageValues = { kept: readKept(), typed: {} };

/** The reader's values as they are now. */
export function pageValues(): PageValues {
	return current;
}

/** Sets what is kept for all pages. */
export function keep(kept: KeptValues): void {
	writeKept(kept);
	set({ ...current, kept });
}

/** Sets what was typed into this page's form. */
export function type(typed: Overrides): void {
	set({ ...current, typed });
}

/** Is told of every change; the answer ends that. */
export function onValues(listener: (values: PageValues) => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function set(values: PageValues): void {
	current = values;
	for (const listener of listeners) listener(values);
}
