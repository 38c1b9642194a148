import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAuthority } from '../../src/verify/authority.ts';
import { openCaptureServer } from '../../src/verify/capture-server.ts';
import { installSdk } from '../../src/verify/install-sdk.ts';
import { loadRunner } from '../../src/verify/load-runner.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { runSample } from '../../src/verify/run-sample.ts';
import type { Runner, Toolchain } from '../../src/verify/runner.ts';
import { benchFor, type LanguageName, languageNames, testFolder, toolsOf } from './support.ts';

const sdk = { name: 'plivo', version: '4.79.0' };

afterEach(() => void vi.unstubAllEnvs());

/** A registry that has nothing and remembers what it was asked for. */
async function emptyRegistry() {
	const answer = () => ({ status: 404, body: '{}' });
	const server = await openCaptureServer({ authority: createAuthority(), answer });
	onTestFinished(server.close);
	return server;
}

describe("The user's own registry settings", () => {
	it('are honoured by npm, and what it says is the reason', async (context) => {
		const tools = await toolsOf('node', context);
		const registry = await emptyRegistry();
		vi.stubEnv('npm_config_registry', `http://127.0.0.1:${registry.port}/`);
		const project = await installSdk({ ...tools, sdk, folder: testFolder() });
		expect(project).toEqual({ notVerified: expect.stringContaining('npm could not install it: ') });
		expect(registry.requests.map(({ path }) => path)).toContain('/plivo');
	});

	it('are honoured by pip, and what it says is the reason', async (context) => {
		const tools = await toolsOf('python', context);
		const registry = await emptyRegistry();
		vi.stubEnv('PIP_INDEX_URL', `http://127.0.0.1:${registry.port}/simple/`);
		vi.stubEnv('PIP_FIND_LINKS', undefined);
		const project = await installSdk({ ...tools, sdk, folder: testFolder() });
		expect(project).toEqual({ notVerified: expect.stringMatching(/^pip could not install it: .*plivo==4\.79\.0/) });
		expect(registry.requests.map(({ path }) => path)).toContain('/simple/plivo/');
	});

	it('may lead to a registry that cannot be reached', async (context) => {
		const tools = await toolsOf('node', context);
		const registry = await emptyRegistry();
		vi.stubEnv('npm_config_registry', `http://127.0.0.1:${registry.refusedPort}/`);
		vi.stubEnv('npm_config_fetch_retries', '0');
		const project = await installSdk({ ...tools, sdk, folder: testFolder() });
		expect(project).toEqual({ notVerified: expect.stringContaining('ECONNREFUSED') });
	});
});

describe('A project', () => {
	const pins: Partial<Record<LanguageName, [file: string, pin: string]>> = {
		python: ['requirements.txt', 'a.b:c==1.2.3'],
		ruby: ['Gemfile', "gem 'a.b:c', '1.2.3'"],
		node: ['package.json', '"a.b:c": "1.2.3"'],
		php: ['composer.json', '"a.b:c": "1.2.3"'],
		java: ['pom.xml', '<artifactId>c</artifactId>\n      <version>1.2.3</version>'],
		csharp: ['samples.csproj', '<PackageReference Include="a.b:c" Version="1.2.3" />'],
		go: ['go.mod', 'require a.b:c v1.2.3'],
	};
	it.for(Object.entries(pins))(
		"is of the ecosystem's own kind, with the version pinned: %s",
		async ([language, pin]) => {
			const runner = await loadRunner(language);
			const toolchain: Toolchain = { title: 'x', version: '1.26.1', command: 'x' };
			const files = runner?.sdk?.files({ name: 'a.b:c', version: '1.2.3' }, toolchain);
			expect(Object.keys(files ?? {})).toEqual([pin[0]]);
			expect(files?.[pin[0]]).toContain(pin[1]);
		},
	);

	it('that is installed is used again, and made anew where the pin has moved', async () => {
		const copy = testFolder();
		const folder = testFolder();
		mkdirSync(join(copy, 'node_modules'));
		const runner = await loadRunner('node');
		const toolchain = await runner?.detect();
		if (!runner || !toolchain || isNotVerified(toolchain)) return expect.fail('Node runs this');
		const install = (version: string) =>
			installSdk({ runner, toolchain, folder, sdk: { ...sdk, version }, env: { SPECIMEN_SDK_NODE: copy } });
		await install('1.0.0');
		writeFileSync(join(folder, 'left'), '');
		await install('1.0.0');
		expect(existsSync(join(folder, 'left'))).toBe(true);
		await install('1.0.1');
		expect(existsSync(join(folder, 'left'))).toBe(false);
		expect(readFileSync(join(folder, 'package.json'), 'utf8')).toContain('1.0.1');
	});
});

it('Two runs that install into one folder at once both get a whole project', async () => {
	const folder = join(testFolder(), 'project');
	const toolchain: Toolchain = { title: 'x', version: '1', command: 'x' };
	let begun = 0;
	const both = Promise.withResolvers<void>();
	const runner: Runner = {
		language: 'slow',
		detect: async () => toolchain,
		compile: async () => ({ faults: [], programs: new Map() }),
		run: () => ({ command: 'x', args: [], env: {}, cwd: '/' }),
		sdk: {
			copyHolds: { path: 'x', words: 'x' },
			files: () => ({ pin: '1' }),
			async install(project) {
				if (++begun === 2) both.resolve();
				await both.promise;
				writeFileSync(join(project.folder, 'package'), 'whole');
				return undefined;
			},
		},
	};
	const install = () => installSdk({ runner, toolchain, sdk, folder });
	const projects = await Promise.all([install(), install()]);
	expect(projects).toEqual([
		{ sdk, folder, source: 'registry' },
		{ sdk, folder, source: 'registry' },
	]);
	expect(readdirSync(folder).sort()).toEqual(['.specimen-project.json', 'package', 'pin']);
	expect(readdirSync(join(folder, '..'))).toEqual(['project']);
});

it('A folder that holds something else is left alone', async (context) => {
	const tools = await toolsOf('node', context);
	const folder = testFolder();
	writeFileSync(join(folder, 'mine'), '');
	const project = await installSdk({ ...tools, sdk, folder });
	expect(project).toEqual({ notVerified: `${folder} holds something else than a project of ours` });
	expect(existsSync(join(folder, 'mine'))).toBe(true);
});

describe('SPECIMEN_SDK_<LANGUAGE>', () => {
	it('names a folder that is used instead of the registry', async (context) => {
		const tools = await toolsOf('node', context);
		const copy = testFolder();
		mkdirSync(join(copy, 'node_modules/plivo'), { recursive: true });
		writeFileSync(join(copy, 'node_modules/plivo/index.js'), "module.exports = 'the copy';");
		const env = { SPECIMEN_SDK_NODE: copy };
		const project = await installSdk({ ...tools, sdk, folder: testFolder(), env });
		if (isNotVerified(project)) return expect.fail(project.notVerified);
		expect(project.source).toBe('copy');
		const file = join(project.folder, 'sample.mjs');
		writeFileSync(file, "import plivo from 'plivo';\nconsole.log(plivo);\n");
		const bench = benchFor(tools, project);
		const outcome = await runSample({ runner: tools.runner, bench, program: file, answer: 'refuse' });
		expect(outcome).toMatchObject({ exit: 0, stdout: 'the copy\n' });
	});

	it.for(languageNames.filter((name) => name !== 'shell'))(
		'says what is missing in the folder: %s',
		async (language) => {
			const runner = await loadRunner(language);
			if (!runner?.sdk) return expect.fail('no SDK');
			const toolchain: Toolchain = { title: 'x', version: '1', command: 'x' };
			const copy = testFolder();
			const env = { [`SPECIMEN_SDK_${language.toUpperCase()}`]: copy };
			const project = await installSdk({ runner, toolchain, sdk, folder: testFolder(), env });
			const words = `SPECIMEN_SDK_${language.toUpperCase()}: ${copy} should hold ${runner.sdk.copyHolds.words}`;
			expect(project).toEqual({ notVerified: words });
		},
	);

	it('says that the folder is not there', async () => {
		const runner = await loadRunner('go');
		if (!runner) return expect.fail('no runner');
		const toolchain: Toolchain = { title: 'x', version: '1', command: 'x' };
		const env = { SPECIMEN_SDK_GO: '/nowhere/sdk' };
		const project = await installSdk({ runner, toolchain, sdk, folder: testFolder(), env });
		expect(project).toEqual({ notVerified: 'SPECIMEN_SDK_GO: /nowhere/sdk does not exist' });
	});
});
