import { describe, expect, it, type TestContext } from 'vitest';
import type { CapturedRequest } from '../../src/verify/captured-request.ts';
import { compareRequests } from '../../src/verify/compare-requests.ts';
import { installSdk } from '../../src/verify/install-sdk.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import type { Quirks } from '../../src/verify/quirks.ts';
import { runSample } from '../../src/verify/run-sample.ts';
import type { Sdk, SdkProject } from '../../src/verify/runner.ts';
import {
	benchFor,
	copyOf,
	fixture,
	getPowerpack,
	type LanguageName,
	removeShortcode,
	sentence,
	type Tools,
	testFolder,
	toolsOf,
} from './support.ts';

const pool = 'ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f';

/** The real SDKs, and how each departs from the documented requests when it removes a short code. */
const sdks: { language: LanguageName; sdk: Sdk; get?: Quirks; remove?: Quirks; again?: boolean; required: boolean }[] =
	[
		{ language: 'python', sdk: { name: 'plivo', version: '4.59.6' }, again: true, required: true },
		{
			language: 'ruby',
			sdk: { name: 'plivo', version: '4.63.4' },
			again: true,
			remove: { body: { is: '{"unrent":false}' } },
			required: false,
		},
		{ language: 'node', sdk: { name: 'plivo', version: '4.79.0' }, remove: { body: { is: '""' } }, required: true },
		{
			language: 'php',
			sdk: { name: 'plivo/php-sdk', version: '4.70.0' },
			remove: { body: { is: '{}' } },
			required: false,
		},
		{
			language: 'java',
			sdk: { name: 'com.plivo:plivo-java', version: '5.46.3' },
			remove: { body: { is: `{"id":"${pool}","secondary_id":null,"shortcode":"444444"}` } },
			required: true,
		},
		{ language: 'csharp', sdk: { name: 'Plivo', version: '5.53.0' }, remove: { body: { is: '{}' } }, required: false },
		{
			language: 'go',
			sdk: { name: 'github.com/plivo/plivo-go/v7', version: '7.60.2' },
			get: { path: 'double-slash' },
			required: true,
		},
	];

describe('An SDK sample, run as it is against the real SDK', () => {
	it.for(sdks)('in $language sends the documented requests', { timeout: 120_000 }, async (which, context) => {
		const { language, get, remove, again } = which;
		const tools = await toolsOf(language, context);
		const project = await install(tools, which, context);
		const bench = benchFor(tools, project);
		const file = copyOf(fixture('sdk', language), project.folder);
		const { faults, programs, failure, unready } = await tools.runner.compile([file], bench, 'run');
		expect({ faults, failure, unready }).toEqual({ faults: [], failure: undefined, unready: undefined });
		const run = { runner: tools.runner, bench, program: programs.get(file) ?? '' };

		const passed = await runSample({ ...run, answer });
		expect(passed).toMatchObject({ exit: 0, stderr: '', faults: [] });
		const expected = [
			{ request: getPowerpack, ...(get ? { quirks: get } : {}) },
			{ request: removeShortcode, ...(remove ? { quirks: remove } : {}) },
		];
		const extra = again ? [{ request: getPowerpack }] : [];
		expect(compareRequests(expected, passed.requests, extra)).toEqual({ differences: [], unused: [] });

		const failed = await runSample({ ...run, answer: () => ({ status: 404, body: '{"error":"not found"}' }) });
		expect(failed.exit).toBeGreaterThan(0);
		expect(failed.stderr).toContain('not found');

		const refused = await runSample({ ...run, answer: 'refuse' });
		expect(refused.exit).toBeGreaterThan(0);
		expect(refused.stderr).not.toBe('');
	});
});

/** Where the registry cannot be had, the test is skipped, but fails in CI where the registry is to be had there. */
async function install(
	tools: Tools,
	{ sdk, required }: (typeof sdks)[number],
	{ skip }: TestContext,
): Promise<SdkProject> {
	const project = await installSdk({ ...tools, sdk, folder: testFolder() });
	if (!isNotVerified(project)) return project;
	if (required && process.env.CI === 'true') throw new Error(sentence(project));
	return skip(sentence(project));
}

function answer({ method }: CapturedRequest) {
	if (method === 'DELETE') return { status: 200, body: '{"api_id":"a","response":"success"}' };
	const powerpack = {
		api_id: 'a',
		uuid: '86bbb125-97bb-4d72-89fd-81d5c515b015',
		name: 'pp',
		sticky_sender: true,
		local_connect: true,
		application_type: '',
		application_id: '',
		number_pool: `/v1/Account/MAXXXXXXXXXXXXXXXXXX/NumberPool/${pool}/`,
		number_priority: [],
		created_on: '2020-09-23T09:31:25.924044Z',
	};
	return { status: 200, body: JSON.stringify(powerpack) };
}
