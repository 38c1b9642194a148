import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ProofRecord, readRecord } from '../load/load-proof.ts';
import type { Result } from './result.ts';

export { type ProofRecord, readRecord };

/**
 * Writes what was proven over the record: one line a sample, sorted. Samples that were not part of this proof keep
 * their lines while they exist; what could not be verified now does not take away what was proven of the same file before.
 */
export function writeRecord(file: string, results: readonly Result[], existing: ReadonlySet<string>): void {
	const byPath = new Map(readRecord(file).map((line) => [line.path, line]));
	for (const path of byPath.keys()) if (!existing.has(path)) byPath.delete(path);
	for (const result of results) {
		const before = byPath.get(result.path);
		const worthKeeping =
			before?.sha256 === result.sha256 && (before.outcome === 'passed' || before.outcome === 'known');
		if ((result.outcome === 'not verified' || result.outcome === 'stand-in') && worthKeeping) continue;
		byPath.set(result.path, toRecord(result));
	}
	const lines = [...byPath.values()]
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.map((line) => `    ${JSON.stringify(line)}`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(`${file}.writing`, `{\n  "proven": [\n${lines.join(',\n')}\n  ]\n}\n`, { flush: true });
	renameSync(`${file}.writing`, file);
}

function toRecord({
	path,
	sha256,
	level,
	outcome,
	toolchain,
	sdk,
	departs,
	note,
	reasons,
	prints,
}: Result): ProofRecord {
	const told = outcome === 'not verified' ? reasons[0] : note;
	return {
		path,
		sha256,
		...(level ? { level } : {}),
		outcome,
		...(toolchain ? { toolchain } : {}),
		...(sdk ? { sdk: `${sdk.name} ${sdk.version}` } : {}),
		...(sdk?.source === 'copy' ? { source: 'copy' as const } : {}),
		...(departs ? { departs } : {}),
		...(told ? { note: told } : {}),
		...(prints === undefined ? {} : { prints: shorten(prints) }),
	};
}

/** Long output is cut: the page shows what a sample prints, not an archive of it. */
function shorten(text: string): string {
	return text.length > 4000 ? `${text.slice(0, 4000)}…\n` : text;
}
