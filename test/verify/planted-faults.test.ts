import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Api } from '../../src/core/sample.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { prove } from '../../src/verify/prove.ts';
import type { Result } from '../../src/verify/result.ts';
import { languages } from '../../templates/index.ts';

const plivo = read('spec/plivo/openapi.yaml');
const hostile = read('test/fixtures/hostile/openapi.json');

function read(file: string): Api {
	const { api } = loadApi(file, languages);
	if (!api) throw new Error(`${file} cannot be read`);
	return api;
}

interface Planted {
	api?: Api;
	task: string;
	language: string;
	from: string | RegExp;
	to: string;
}

/** Proves one HTTP sample with a fault planted into its file, as if somebody had edited it. */
async function plant({ api = plivo, task, language: id, from, to }: Planted): Promise<Result> {
	const language = languages.find((known) => known.id === id);
	if (!language) throw new Error(`no language ${id}`);
	const only = { ...api, tasks: api.tasks.filter((known) => known.id === task) };
	const { samples } = planTree(only, [language], [], { selection: { styles: new Set(['http']) } });
	const edited = samples.map((planned) => ({
		...planned,
		text: planned.sample.code.replace(from, () => to),
		edited: true,
	}));
	expect(edited[0]?.text).not.toBe(samples[0]?.sample.code);
	const cache = mkdtempSync(join(tmpdir(), 'specimen-test-'));
	try {
		const { results } = await prove({
			api: only,
			languages: [language],
			samples: edited,
			level: 'run',
			issues: [],
			cache,
		});
		expect(results).toHaveLength(1);
		return results[0] as Result;
	} finally {
		rmSync(cache, { recursive: true, force: true });
	}
}

const faults: [name: string, planted: Planted, told: RegExp, at: Result['stoppedAt']][] = [
	[
		'a wrong path',
		{ task: 'removeShortcode', language: 'python', from: '/Shortcode/', to: '/ShortCode/' },
		/path: expected .*\/Shortcode\/444444\/, received .*\/ShortCode\/444444\//,
		'run',
	],
	[
		'a wrong method',
		{ task: 'removeShortcode', language: 'python', from: 'requests.delete', to: 'requests.get' },
		/method: expected DELETE, received GET/,
		'run',
	],
	[
		'swapped parameters',
		{
			task: 'removeShortcode',
			language: 'python',
			from: 'NumberPool/<number_pool_uuid>/Shortcode/<shortcode>',
			to: 'NumberPool/<shortcode>/Shortcode/<number_pool_uuid>',
		},
		/path: expected/,
		'run',
	],
	[
		'a lost query parameter',
		{ task: 'listNumbers', language: 'python', from: /\n.*"limit": "5",/, to: '' },
		/query limit: expected 5, received nothing/,
		'run',
	],
	[
		'a lost body field',
		{ task: 'createPowerpack', language: 'python', from: /\n.*"sticky_sender": True,/, to: '' },
		/body \/sticky_sender: expected true/,
		'run',
	],
	[
		'lost credentials',
		{ task: 'removeShortcode', language: 'python', from: /\n.*auth=\(auth_id, auth_token\),/, to: '' },
		/Authorization/i,
		'run',
	],
	[
		'a rounded number',
		{
			api: hostile,
			task: 'json-integers',
			language: 'python',
			from: '12345678901234567890',
			to: '12345678901234567000',
		},
		/expected 12345678901234567890, received 12345678901234567000/,
		'run',
	],
	[
		'a failure that is swallowed',
		{ task: 'removeShortcode', language: 'python', from: 'response.raise_for_status()', to: 'pass' },
		/404: ends with 0, as if nothing had happened/,
		'run',
	],
	[
		'an error that ends with 0',
		{
			task: 'removeShortcode',
			language: 'python',
			from: 'sys.exit(f"Error: {error}\\n{response.text}")',
			to: 'print(error, file=sys.stderr)\n    sys.exit(0)',
		},
		/404: ends with 0/,
		'run',
	],
	[
		'an error that nobody catches',
		{
			task: 'removeShortcode',
			language: 'python',
			from: /except requests\.exceptions\.RequestException as error:\n.*\n/,
			to: '',
		},
		/a refused connection: prints a trace: Traceback/,
		'run',
	],
	[
		'a missing import',
		{ task: 'removeShortcode', language: 'python', from: 'import requests\n', to: '' },
		/NameError: name 'requests' is not defined/,
		'run',
	],
	[
		'a sample that hangs',
		{ task: 'removeShortcode', language: 'python', from: 'try:', to: 'import time\ntime.sleep(1000)\ntry:' },
		/took longer than/,
		'run',
	],
	['a syntax error', { task: 'removeShortcode', language: 'python', from: 'try:', to: 'try' }, /./, 'parse'],
	[
		'a missing import, in a compiled language',
		{ task: 'removeShortcode', language: 'go', from: '\t"log"\n', to: '' },
		/undefined: log/,
		'compile',
	],
	[
		'a catch that does not compile',
		{
			task: 'removeShortcode',
			language: 'java',
			from: 'catch (IOException |',
			to: 'catch (java.sql.SQLException | IOException |',
		},
		/SQLException/,
		'compile',
	],
];

describe('A planted fault is caught and named', () => {
	it.concurrent.for(faults)('%s', { timeout: 180_000 }, async ([, planted, told, at], { expect }) => {
		const result = await plant(planted);
		expect(result.outcome).toBe('failed');
		expect(result.reasons.join('\n')).toMatch(told);
		expect(result.stoppedAt).toBe(at);
	});
});

describe('A sample without a fault', () => {
	it('passes, so that the faults above are what is caught', { timeout: 180_000 }, async () => {
		const result = await plant({
			task: 'removeShortcode',
			language: 'python',
			from: '# Remove a short code',
			to: '# Remove one short code',
		});
		expect(result.reasons).toEqual([]);
		expect(result.outcome).toBe('passed');
	});
});
