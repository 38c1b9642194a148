import { describe, expect, it } from 'vitest';
import { compareRequests } from '../../src/verify/compare-requests.ts';
import { runSample } from '../../src/verify/run-sample.ts';
import { benchFor, copyOf, fixture, languageNames, removeShortcode, testFolder, toolsOf } from './support.ts';

const success = () => ({ status: 200, body: '{"api_id":"a","response":"success"}' });
const notFound = () => ({ status: 404, body: '{"error":"not found"}' });

describe('A plain HTTP sample, run as it is', () => {
	it.for(languageNames)('in %s sends the documented request and reports each failure', async (language, context) => {
		const tools = await toolsOf(language, context);
		const bench = benchFor(tools);
		const file = fixture('http', language);
		const { faults, programs, failure, unready } = await tools.runner.compile([file], bench, 'run');
		expect({ faults, failure, unready }).toEqual({ faults: [], failure: undefined, unready: undefined });
		const run = { runner: tools.runner, bench, program: programs.get(file) ?? '' };

		const passed = await runSample({ ...run, answer: success });
		expect(passed).toMatchObject({ exit: 0, stderr: '', faults: [] });
		expect(passed.stdout).toContain('success');
		const comparison = compareRequests([{ request: removeShortcode }], passed.requests);
		expect(comparison).toEqual({ differences: [], unused: [] });

		const failed = await runSample({ ...run, answer: notFound });
		expect(failed.exit).toBeGreaterThan(0);
		expect(failed.stderr).toContain('404');

		const refused = await runSample({ ...run, answer: 'refuse' });
		expect(refused.exit).toBeGreaterThan(0);
		expect(refused.stderr).not.toBe('');
		expect(refused.requests).toEqual([]);
	});
});

describe('Whatever way a sample connects, it reaches the capture server', () => {
	it.for(languageNames)('in %s', async (language, context) => {
		const tools = await toolsOf(language, context);
		const bench = benchFor(tools);
		const file = fixture('sockets', language);
		const { programs } = await tools.runner.compile([file], bench, 'run');
		const outcome = await runSample({
			runner: tools.runner,
			bench,
			program: programs.get(file) ?? '',
			answer: success,
		});
		expect(outcome.stderr).toBe('');
		const hosts = outcome.requests.map(({ host }) => host);
		expect(hosts.slice(0, 2)).toEqual(['example.test', '203.0.113.7']);
	});
});

describe('Runs side by side', () => {
	it('do not disturb each other', async (context) => {
		const tools = await Promise.all((['python', 'node', 'shell'] as const).map((name) => toolsOf(name, context)));
		const runs = tools.flatMap((one) => [one, one, one]);
		const outcomes = await Promise.all(
			runs.map(async ({ runner, toolchain }, at) => {
				const bench = benchFor({ runner, toolchain });
				const file = fixture('http', runner.language as 'python');
				const { programs } = await runner.compile([file], bench, 'run');
				const answer = () => ({ status: 200, body: `{"response":"success ${at}"}` });
				return runSample({ runner, bench, program: programs.get(file) ?? '', answer });
			}),
		);
		outcomes.forEach(({ exit, stdout, requests }, at) => {
			expect({ exit, requests: requests.length }).toEqual({ exit: 0, requests: 1 });
			expect(stdout).toContain(`success ${at}`);
		});
	});

	it('are ended on time, each by itself', async (context) => {
		const tools = await toolsOf('shell', context);
		const bench = benchFor(tools);
		const file = copyOf(fixture('hang', 'shell'), testFolder());
		const { programs } = await tools.runner.compile([file], bench, 'run');
		const run = { runner: tools.runner, bench, program: programs.get(file) ?? '', answer: success };
		const [long, short] = await Promise.all([runSample({ ...run, seconds: 1.5 }), runSample({ ...run, seconds: 0.5 })]);
		expect(short).toMatchObject({ timedOut: true, failure: 'took longer than 0.5 s' });
		expect(long).toMatchObject({ timedOut: true, failure: 'took longer than 1.5 s' });
	});
});
