import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SdkProfile } from '../../src/core/binding.ts';
import { createRenderer } from '../../src/core/sample.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { parseText } from '../../src/verify/parse-text.ts';
import { languages } from '../../templates/index.ts';

const { api } = loadApi(join(import.meta.dirname, '../fixtures/stripe/openapi.yaml'), languages);

/** The list of a language for which the fixture has no bindings, with those of another. */
function listIn(id: string, case_: SdkProfile['case']['call'], call?: string): string {
	const python = api?.profiles.get('python');
	const language = languages.find((one) => one.id === id);
	const task = api?.tasks.find((one) => one.id === 'listCustomers');
	if (!api || !python || !language || !task) throw new Error('the fixture is not what it was');
	const profile: SdkProfile = {
		...python,
		language: id,
		case: { ...python.case, call: case_ },
		errors: { ...python.errors, catch: ['Failure'] },
		names: {},
		bindings: { listCustomers: { each: { bind: 'customer', ...(call ? { call } : {}) } } },
	};
	const renderer = createRenderer({ ...api, profiles: new Map([[id, profile]]) });
	const made = renderer.render({ task, language, style: 'sdk' });
	if ('reason' in made) throw new Error(made.reason);
	return made.code;
}

describe('A sample that walks through pages', () => {
	it.each([
		['ruby', 'snake', 'auto_paging_each', '  customers.auto_paging_each { |customer| puts customer }\n'],
		['ruby', 'snake', undefined, '  customers.each { |customer| puts customer }\n'],
		['php', 'camel', 'auto_paging_iterator', '    foreach ($customers->autoPagingIterator() as $customer) {\n'],
		['php', 'camel', undefined, '    foreach ($customers as $customer) {\n'],
		['csharp', 'pascal', 'all', '            foreach (var customer in customers.All())\n'],
		['csharp', 'pascal', undefined, '            foreach (var customer in customers)\n'],
	] as const)('in %s (%s, %s)', async (id, case_, call, line) => {
		const code = listIn(id, case_, call);
		expect(code).toContain(line);
		expect(await parseText(languages.find((one) => one.id === id)?.treeSitter ?? '', 'sample', code)).toEqual([]);
	});
});
