import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Workplace } from './specimen.ts';

let place: Workplace;
beforeEach(() => {
	place = new Workplace();
});
afterEach(() => place.remove());

describe('specimen overlay', () => {
	it('writes to stdout or to a file, the same bytes', () => {
		const printed = place.specimen('overlay');
		const written = place.specimen('overlay', '--out', 'plivo.overlay.yaml');
		expect([printed.code, written.code]).toEqual([0, 0]);
		expect(place.read('plivo.overlay.yaml')).toBe(printed.stdout);
		expect(written.stdout).toBe('');
	});

	it('holds only what is selected', () => {
		const { stdout } = place.specimen('overlay', '--language', 'go', '--style', 'http');
		const labels = parse(stdout).actions.flatMap((action: { update: { 'x-codeSamples': { label: string }[] } }) =>
			action.update['x-codeSamples'].map(({ label }) => label),
		);
		expect(new Set(labels)).toContain('Go, HTTP');
		for (const label of labels) expect(label).toMatch(/^Go, HTTP/);
	});

	it('writes nothing where a binding is at fault', () => {
		place.edit('spec/plivo/sdk.yaml', 'args: [tollfree]', 'args: [tolfree]');
		const { code, stderr } = place.specimen('overlay', '--out', 'plivo.overlay.yaml');
		expect(code).toBe(1);
		expect(stderr).toContain('Nothing was written.');
		expect(existsSync(join(place.folder, 'plivo.overlay.yaml'))).toBe(false);
	});
});
