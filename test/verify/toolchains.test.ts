import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadRunner } from '../../src/verify/load-runner.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { type LanguageName, languageNames, testFolder } from './support.ts';

afterEach(() => void vi.unstubAllEnvs());

describe('A missing tool is a reason with a remedy', () => {
	const packages: Partial<Record<LanguageName, string>> = {
		python: 'python3',
		ruby: 'ruby',
		php: 'php-cli php-curl',
		java: 'default-jdk',
		csharp: 'mono-mcs',
		go: 'golang-go',
		shell: 'bash',
	};
	it.for(Object.entries(packages))('in %s: %s', async ([language, debian]) => {
		vi.stubEnv('PATH', testFolder());
		const toolchain = await (await loadRunner(language))?.detect();
		expect(toolchain).toEqual({
			notVerified: expect.stringMatching(/ is not installed$/),
			remedy: `On Debian and Ubuntu: apt-get install ${debian}`,
		});
	});
});

it('Every language has a runner of its own name', async () => {
	for (const language of languageNames) {
		expect((await loadRunner(language))?.language).toBe(language);
	}
	expect(await loadRunner('cobol')).toBeUndefined();
});

it('A toolchain says its version as people write it', async () => {
	const toolchain = await (await loadRunner('node'))?.detect();
	if (!toolchain || isNotVerified(toolchain)) return expect.fail('Node runs this');
	expect(toolchain.title).toBe(`Node ${process.versions.node}`);
});
