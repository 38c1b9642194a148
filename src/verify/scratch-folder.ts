import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';

/** A temporary folder; `remove` deletes it, and so does the end of this process. */
export interface ScratchFolder {
	path: string;
	remove(): void;
}

/** Makes a temporary folder that is gone afterwards, whatever happens; `name` begins its name. */
export function createScratchFolder(name: string): ScratchFolder {
	// Resolved, since tools report real paths and what they say is matched with ours.
	const path = mkdtempSync(join(realpathSync(tmpdir()), `specimen-${name}-`));
	const removeNow = () => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
	const release = atExit(removeNow);
	const remove = () => {
		removeNow();
		release();
	};
	return { path, remove };
}
