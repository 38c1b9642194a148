import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadSdk } from '../../src/load/load-sdk.ts';

/** What is wrong with a binding of one operation, as `line:column code`. */
function faultsOf(binding: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	writeFileSync(join(folder, 'sdk.yaml'), `sdk: shop\nopenapi: ./openapi.yaml\nbindings:\n  listItems: ${binding}\n`);
	const { sdk, problems } = loadSdk(folder, []);
	expect(sdk === undefined).toBe(problems.length > 0);
	return problems.map(({ place, code }) => `${place?.line}:${place?.column} ${code}`);
}

it('A binding may walk through pages, and gather values in a structure', () => {
	expect(faultsOf('{ call: list, returns: pages, each: { call: all, args: [{ code: ctx }], bind: item } }')).toEqual(
		[],
	);
	expect(faultsOf('{ call: list, options: [{ name: page, type: Page, fields: [limit, { value: offset }] }] }')).toEqual(
		[],
	);
});

it('What pages and structures do not have is told at its place', () => {
	expect(faultsOf('{ call: list, returns: pages, each: { walk: all } }')).toEqual(['4:52 unknown-field']);
	expect(faultsOf('{ call: list, options: [{ name: page, fields: [{ valeu: limit }] }] }').length).toBeGreaterThan(0);
});
