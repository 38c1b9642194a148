import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { loadApi } from '../../src/load/load-api.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Two operations, of which the first was called otherwise before. */
function load(formerly: string) {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-former-'));
	folders.push(folder);
	const file = join(folder, 'openapi.yaml');
	writeFileSync(
		file,
		`openapi: 3.1.0
info: { title: Parcels, version: 1.0.0 }
paths:
  /parcels:
    get: { operationId: listParcels, x-formerly: ${formerly}, responses: { "200": { description: All } } }
    post: { operationId: sendParcel, x-formerly: [postParcel], responses: { "200": { description: Sent } } }
`,
	);
	return loadApi(file, []);
}

it('reads the names that an operation had before', () => {
	const { api, problems } = load('[allParcels, parcel_list]');
	expect(problems).toEqual([]);
	expect(api?.tasks.map(({ formerly }) => formerly)).toEqual([['allParcels', 'parcel_list'], ['postParcel']]);
});

it.each([
	['[sendParcel]', 'The former id "sendParcel" has the address of sendParcel, which there is.'],
	['[send_parcel]', 'The former id "send_parcel" has the address of sendParcel, which there is.'],
	['[listParcels]', 'The former id "listParcels" has the address of listParcels, which there is.'],
	['[old, Old]', 'The former id "Old" has the address of a former name of listParcels.'],
	['[changes]', 'The former id "changes" has the address of the page of changes.'],
	['allParcels', 'Former ids are a list of names.'],
	['[5]', 'Former ids are a list of names.'],
	['["??"]', 'Former ids are a list of names.'],
])('refuses a name that leads elsewhere, at its place: %s', (formerly, message) => {
	const { problems } = load(formerly);
	expect(problems).toMatchObject([{ severity: 'error', code: 'former-id', message, place: { line: 5 } }]);
});

it('refuses a name that two operations had', () => {
	expect(load('[postParcel]').problems).toMatchObject([
		{ message: 'The former id "postParcel" has the address of a former name of listParcels.', place: { line: 6 } },
	]);
});
