import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import type { ProofRecord } from '../../src/load/load-proof.ts';
import { proofSentence } from '../../src/site/model/proof-sentence.ts';
import { readProofs, toProof } from '../../src/site/model/proofs.ts';
import type { PlannedSample } from '../../src/tree/plan-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'specimen-proofs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = (more: Partial<ProofRecord> = {}): ProofRecord => ({
	path: 'a/http/a.py',
	sha256: 'a',
	level: 'run',
	outcome: 'passed',
	...more,
});

function planned(path: string, sha256: string): PlannedSample {
	const shared = { operationId: 'a', language: 'python', style: 'http' };
	const rest = { code: '', fileName: 'a.py', regions: [], spans: [], drops: [], notes: [] };
	return { sample: { ...shared, ...rest }, entry: { ...shared, path, sha256 } };
}

function write(proven: readonly ProofRecord[]): string {
	const file = join(folder, 'a.json');
	writeFileSync(file, JSON.stringify({ proven }));
	return file;
}

it('claims nothing where nothing was passed', () => {
	const { level: _, ...none } = record();
	expect(proofSentence(none)).toBeUndefined();
	expect(toProof(none)).toBeUndefined();
});

it('does not say of a sample with a known issue that the next level was not tried', () => {
	expect(proofSentence(record({ level: 'compile', outcome: 'known', toolchain: 'Go 1.22' }))).toBe(
		'Compiles with Go 1.22.',
	);
	expect(proofSentence(record({ level: 'parse', outcome: 'known' }))).toBe('Parses.');
});

it('tells why nothing was verified on one short line', () => {
	const note = `pip could not install it:\n${'no '.repeat(200)}`;
	const sentence = proofSentence(record({ outcome: 'not verified', note })) ?? '';
	expect(sentence).toMatch(/^Not verified: pip could not install it: no no .*…\.$/);
	expect(sentence.length).toBeLessThan(190);
});

it('holds the record against the sample that is shown', () => {
	const file = write([record({ prints: 'x\n' }), record({ path: 'b/http/b.py', sha256: 'old' })]);
	const samples = [planned('a/http/a.py', 'a'), planned('b/http/b.py', 'new'), planned('c/http/c.py', 'c')];
	expect([...readProofs(file, samples).values()].map(({ prints }) => prints)).toEqual(['x']);
	expect(readProofs(join(folder, 'none.json'), samples).size).toBe(0);
});

it('shows no output of what was not proven against the real SDK', () => {
	for (const outcome of ['stand-in', 'failed', 'not verified'] as const)
		expect(toProof(record({ outcome, prints: 'x' }))?.prints).toBeUndefined();
});

it('cuts long outputs, in lines and in length', () => {
	const lines = Array.from({ length: 30 }, (_, line) => String(line));
	expect(toProof(record({ prints: lines.join('\n') }))?.prints?.split('\n')).toEqual([...lines.slice(0, 16), '…']);
	expect(toProof(record({ prints: `${'😀'.repeat(700)}\n` }))?.prints).toBe(`${'😀'.repeat(600)}…`);
	expect(toProof(record({ prints: 'short\nand whole\n' }))?.prints).toBe('short\nand whole');
});

it('keeps the outputs of one page light: the longest go first, what is printed twice weighs once', () => {
	const many = Array.from({ length: 24 }, (_, at) => `a/v${at}/a.py`);
	const samples = many.map((path) => planned(path, 'a'));
	const shown = (prints: (at: number) => string) => {
		const file = write(many.map((path, at) => record({ path, prints: prints(at) })));
		return [...readProofs(file, samples).values()].flatMap((proof) => proof.prints ?? []);
	};
	const same = randomBytes(280).toString('hex');
	expect(shown(() => same)).toHaveLength(24);
	const different = shown((at) => randomBytes(100 + at * 8).toString('hex'));
	expect(different.length).toBeGreaterThan(4);
	expect(different[0]).toHaveLength(200);
	expect(gzipSync(different.join('\n')).length).toBeLessThan(3000);
	expect(shown(() => randomBytes(250).toString('hex')).length).toBeGreaterThan(4);
});
