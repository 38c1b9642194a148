import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workplace } from './specimen.ts';

let place: Workplace;
beforeEach(() => {
	place = new Workplace();
});
afterEach(() => place.remove());

const files = () => readdirSync(join(place.folder, 'embed/plivo')).sort();

describe('specimen embed', () => {
	it('writes one fragment a task, and nothing again where nothing changed', () => {
		const first = place.specimen('embed', '--format', 'starlight');
		const again = place.specimen('embed', '--format', 'starlight');
		expect([first.code, again.code]).toEqual([0, 0]);
		expect(first.stderr).toMatch(/^embed\/plivo: \d+ written, 0 deleted, 0 unchanged\.$/m);
		expect(again.stderr).toMatch(/^embed\/plivo: 0 written, 0 deleted, \d+ unchanged\.$/m);
		expect(files()).toContain('removeShortcode.mdx');
	});

	it('removes what another format left over, and nothing of anybody else', () => {
		place.specimen('embed', '--format', 'html');
		writeFileSync(join(place.folder, 'embed/plivo/own.html'), 'mine');
		place.specimen('embed', '--format', 'docusaurus');
		expect(files().filter((name) => !name.endsWith('.mdx'))).toEqual(['own.html', 'specimen-embed.json']);
	});

	it('--check ends with 1 where a fragment drifts, and writes nothing', () => {
		place.specimen('embed', '--format', 'mintlify');
		expect(place.specimen('embed', '--format', 'mintlify', '--check').code).toBe(0);
		place.edit('embed/plivo/removeShortcode.mdx', '<CodeGroup>', '<CodeGroup >');
		const text = place.read('embed/plivo/removeShortcode.mdx');
		const { code, stderr } = place.specimen('embed', '--format', 'mintlify', '--check');
		expect([code, stderr]).toEqual([1, expect.stringContaining('embed/plivo/removeShortcode.mdx:1:1 error stale')]);
		expect(place.read('embed/plivo/removeShortcode.mdx')).toBe(text);
	});

	it('writes nothing where a binding is at fault', () => {
		place.edit('spec/plivo/sdk.yaml', 'args: [tollfree]', 'args: [tolfree]');
		const { code, stderr } = place.specimen('embed', '--format', 'html');
		expect([code, stderr]).toEqual([1, expect.stringContaining('Nothing was written')]);
		expect(existsSync(join(place.folder, 'embed'))).toBe(false);
	});

	it('names the formats where none is given', () => {
		const { code, stderr } = place.specimen('embed');
		expect([code, stderr]).toEqual([2, expect.stringContaining('html, docusaurus, mintlify, starlight')]);
	});
});
