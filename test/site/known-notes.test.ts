import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Sample } from '../../src/core/sample.ts';
import { issuesOf, loadKnownNotes, notesOf } from '../../src/site/model/known-notes.ts';

const folder = mkdtempSync(join(tmpdir(), 'specimen-notes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = { operationId: 'countNumbers', language: 'go', style: 'v1' };

it('gives each sample the notes that speak of it', () => {
	writeFileSync(
		join(folder, 'known-issues.yaml'),
		`issues:
  - { language: go, operation: countNumbers, owner: sdk, reason: r, note: counts 0 }
  - { language: go, style: v1, owner: spec, reason: r, note: is version 1 }
  - { language: go, style: v1, owner: spec, reason: again, note: is version 1 }
  - { language: go, owner: sdk, reason: not for readers }
  - { owner: spec, reason: r, note: is everywhere }
`,
	);
	const { notes, problems } = loadKnownNotes(folder);
	expect(problems).toEqual([]);
	expect(notesOf(notes, sample)).toEqual(['counts 0', 'is version 1', 'is everywhere']);
	expect(notesOf(notes, { ...sample, operationId: 'x', style: 'v2' })).toEqual(['is everywhere']);
});

it('says nothing about an SDK beside a sample that has none', () => {
	const { notes } = loadKnownNotes(folder);
	expect(notesOf(notes, { ...sample, style: 'http' })).toEqual(['is everywhere']);
});

it('needs no ledger, and names the place of one that cannot be read', () => {
	expect(loadKnownNotes(join(folder, 'none'))).toEqual({ notes: [], problems: [] });
	writeFileSync(join(folder, 'known-issues.yaml'), 'issues: [\n');
	expect(loadKnownNotes(folder).problems[0]?.place?.file).toContain('known-issues.yaml');
});

it('adds the issue that the proof met, and says nothing twice', () => {
	const rest = { code: '', fileName: 'a.go', regions: [], spans: [], drops: [] };
	const shown: Sample = { ...sample, ...rest, notes: ['It counts 0. List them instead.'] };
	const place = { file: 'known-issues.yaml', line: 1, column: 1 };
	const knownNotes = [
		{ owner: 'sdk' as const, reason: 'r', place, note: 'It counts 0.' },
		{ owner: 'spec' as const, reason: 'r', place, note: 'It is slow.' },
	];
	const proofs = new Map([[shown, { sentence: '', kind: 'sent' as const, issue: 'It answers null.' }]]);
	expect(issuesOf({ knownNotes, proofs }, shown)).toEqual(['It is slow.', 'It answers null.']);
});
