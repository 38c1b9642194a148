import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lists what was written, so that what is left over can be told from what is somebody else's. */
export const manifestName = 'specimen-embed.json';

/** How a folder of fragments differs from what should be in it; file names. */
export interface FragmentDrift {
	missing: string[];
	stale: string[];
	/** Listed in the old manifest, still there, and of no use any more. */
	leftOver: string[];
	unchanged: number;
}

/** Holds a folder against the files that should be in it, its manifest included. */
export function compareFragments(folder: string, planned: ReadonlyMap<string, string>): FragmentDrift {
	const expected = withManifest(planned);
	const drift: FragmentDrift = { missing: [], stale: [], leftOver: [], unchanged: 0 };
	for (const [name, text] of expected) {
		const found = readText(join(folder, name));
		if (found === undefined) drift.missing.push(name);
		else if (found !== text) drift.stale.push(name);
		else drift.unchanged++;
	}
	const old = listed(join(folder, manifestName));
	drift.leftOver = old.filter((name) => !expected.has(name) && existsSync(join(folder, name)));
	return drift;
}

/** Writes what changed, and removes what the old manifest lists and nothing needs. The manifest comes last. */
export function writeFragments(folder: string, planned: ReadonlyMap<string, string>): FragmentDrift {
	const drift = compareFragments(folder, planned);
	const files = withManifest(planned);
	const changed = [...files].filter(([name]) => drift.missing.includes(name) || drift.stale.includes(name));
	if (changed.length > 0) mkdirSync(folder, { recursive: true });
	for (const [name, text] of changed) {
		const aside = join(folder, `.${name}.writing`);
		writeFileSync(aside, text, { flush: true });
		renameSync(aside, join(folder, name));
	}
	for (const name of drift.leftOver) rmSync(join(folder, name), { force: true });
	return drift;
}

function withManifest(planned: ReadonlyMap<string, string>): Map<string, string> {
	const files = [...planned.keys()].sort();
	return new Map([...planned, [manifestName, `${JSON.stringify({ files }, null, 2)}\n`]]);
}

/** The names that a manifest lists; what is no plain file name is not ours to touch. */
function listed(file: string): string[] {
	try {
		const { files } = JSON.parse(readText(file) ?? '{}') as { files?: unknown };
		const names = Array.isArray(files) ? files : [];
		return names.filter((name) => typeof name === 'string' && /^[\w-][\w.-]*$/.test(name));
	} catch {
		// What is no JSON lists nothing: it is written anew.
		return [];
	}
}

function readText(file: string): string | undefined {
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
