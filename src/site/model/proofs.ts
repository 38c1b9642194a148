import { gzipSync } from 'node:zlib';
import type { Sample } from '../../core/sample.ts';
import { type ProofRecord, readRecord } from '../../load/load-proof.ts';
import type { PlannedSample } from '../../tree/plan-tree.ts';
import { proofSentence } from './proof-sentence.ts';

/** What a page says about the proof of one sample. */
export interface Proof {
	/** `Sends the documented request with plivo 4.59.6 on Python 3.11.7; the live API was not contacted.` */
	sentence: string;
	/** `sent` where it ran and sent what it should, `read` where it was only compiled or parsed, else `open`. */
	kind: 'sent' | 'read' | 'open';
	/** The note of the known issue that the proof met. */
	issue?: string;
	/** What the sample printed, cut where it is long. */
	prints?: string;
}

/** How much of an output a page shows: the rest would weigh more than it tells. */
const LINES = 16;
const LENGTH = 600;
/** How many bytes, compressed, the outputs of one task may add to its page. */
const WEIGHT = 2800;

/** What was proven of each sample. A record of another text than the one that is shown counts for nothing. */
export function readProofs(file: string, samples: readonly PlannedSample[]): Map<Sample, Proof> {
	const records = new Map(readRecord(file).map((record) => [record.path, record]));
	const proofs = new Map(
		samples.flatMap(({ sample, entry: { path, sha256 } }) => {
			const record = records.get(path);
			const proof = record?.sha256 === sha256 ? toProof(record) : undefined;
			return proof ? [[sample, proof] as const] : [];
		}),
	);
	for (const group of Map.groupBy(proofs, ([{ operationId }]) => operationId).values())
		lighten(group.map(([, proof]) => proof));
	return proofs;
}

/** A record as a page tells it; undefined where it holds nothing to tell. */
export function toProof(record: ProofRecord): Proof | undefined {
	const sentence = proofSentence(record);
	if (!sentence) return undefined;
	const isProven = record.outcome === 'passed' || record.outcome === 'known';
	const output = isProven ? record.prints?.trimEnd() : undefined;
	return {
		sentence,
		kind: !isProven ? 'open' : record.level === 'run' ? 'sent' : 'read',
		...(record.outcome === 'known' && record.note ? { issue: record.note } : {}),
		...(output ? { prints: cut(output) } : {}),
	};
}

/** The first lines of a text; `…` stands for those that are left out. */
function cut(text: string): string {
	const lines: string[] = [];
	let length = 0;
	for (const line of text.split('\n')) {
		length += line.length + 1;
		if (lines.length === LINES || length > LENGTH) {
			const start = lines.length === 0 ? [...line].slice(0, LENGTH).join('') : '';
			return [...lines, `${start}…`].join('\n');
		}
		lines.push(line);
	}
	return text;
}

/** Leaves out the longest outputs of a page until the others fit it; what is printed twice weighs once. */
function lighten(proofs: readonly Proof[]): void {
	const weight = () => gzipSync([...new Set(proofs.map(({ prints = '' }) => prints))].join('\n')).length;
	while (weight() > WEIGHT) {
		const [longest] = proofs.flatMap(({ prints }) => prints ?? []).sort((one, other) => other.length - one.length);
		for (const proof of proofs) if (proof.prints === longest) delete proof.prints;
	}
}
