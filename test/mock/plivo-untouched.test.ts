import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/document.ts';
import { basic, mocking } from './ask.ts';
import { exampleOf, OPERATIONS, operationOf, untouchedRequest, violations } from './documented.ts';

const ask = mocking('spec');

/** What is made anew for each record, so that no example can say it. */
const FRESH = ['added_on', 'created_on', 'number_pool', 'uuid'];
const CREATING = ['createPowerpack', 'addNumber', 'addTollfree'];

const asReader = (reader: string, id: string) => {
	const { method, path, init } = untouchedRequest(operationOf(id));
	return ask(method, path, { ...init, headers: { ...init.headers, ...basic(`${reader}:token`) } });
};
const without = (object: unknown, names: readonly string[]) =>
	Object.fromEntries(Object.entries(object as Json).filter(([name]) => !names.includes(name)));

describe('A request with the values of the documentation', () => {
	it.each(OPERATIONS.map(({ id }) => id))('to %s is answered as documented', async (id) => {
		const { status, json } = await asReader(`untouched-${id}`, id);
		expect(status).toBe(200);
		const fresh = CREATING.includes(id) ? FRESH : [];
		expect(json).toMatchObject(without(exampleOf(operationOf(id), 200), fresh));
	});
});

describe('Every answer fits its documented schema', () => {
	const changes = ['createPowerpack', 'updatePowerpack', 'addNumber', 'addTollfree', 'removeNumber', 'removeTollfree'];
	it.each([
		['before anything is changed', []],
		['after something was made and changed', changes],
		['after everything is gone', ['deletePowerpack']],
	])('%s', async (when, before) => {
		const wrong: string[] = [];
		for (const { id } of OPERATIONS) {
			const reader = `${when}-${id}`.replaceAll(' ', '-');
			for (const change of before) expect((await asReader(reader, change)).status).toBe(200);
			const { status, json } = await asReader(reader, id);
			wrong.push(...violations(operationOf(id), status, json).map((violation) => `${id} ${status}: ${violation}`));
		}
		expect(wrong).toEqual([]);
	});
	it('is a check that can fail', () => {
		expect(violations(operationOf('getPowerpack'), 200, { api_id: 'none' })).not.toEqual([]);
		expect(violations(operationOf('getPowerpack'), 299, {})).not.toEqual([]);
	});
});
