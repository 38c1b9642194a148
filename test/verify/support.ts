import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import type { HttpRequest } from '../../src/core/http-request.ts';
import { createAuthority } from '../../src/verify/authority.ts';
import { loadRunner } from '../../src/verify/load-runner.ts';
import { isNotVerified, type NotVerified } from '../../src/verify/not-verified.ts';
import { openBench } from '../../src/verify/open-bench.ts';
import type { Bench, Runner, SdkProject, Toolchain } from '../../src/verify/runner.ts';
import { createScratchFolder } from '../../src/verify/scratch-folder.ts';

/** Every language, with the ending of its files. */
export const languages = {
	python: '.py',
	ruby: '.rb',
	node: '.mjs',
	php: '.php',
	java: '.java',
	csharp: '.cs',
	go: '.go',
	shell: '.sh',
} as const;

export type LanguageName = keyof typeof languages;

export const languageNames = Object.keys(languages) as LanguageName[];

const authority = createAuthority();
const account = 'https://api.plivo.com/v1/Account/MAXXXXXXXXXXXXXXXXXX';
const authorization: [string, string] = [
	'Authorization',
	`Basic ${Buffer.from('MAXXXXXXXXXXXXXXXXXX:secret-token').toString('base64')}`,
];

/** What the samples under `fixtures` have to send. */
export const removeShortcode: HttpRequest = {
	method: 'DELETE',
	url: `${account}/NumberPool/ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f/Shortcode/444444/`,
	headers: [authorization],
};

/** What an SDK sends before it. */
export const getPowerpack: HttpRequest = {
	method: 'GET',
	url: `${account}/Powerpack/86bbb125-97bb-4d72-89fd-81d5c515b015/`,
	headers: [authorization],
};

/** The file of one language among fixtures of one kind. */
export function fixture(kind: string, language: LanguageName): string {
	const folder = join(import.meta.dirname, 'fixtures', kind);
	const name = readdirSync(folder).find((other) => extname(other) === languages[language]);
	if (name === undefined) throw new Error(`no ${language} file in ${folder}`);
	return join(folder, name);
}

/** A folder that is gone after the test. */
export function testFolder(): string {
	const folder = createScratchFolder('test');
	onTestFinished(folder.remove);
	return folder.path;
}

/** A copy of a fixture, at the root of a project where there is one. */
export function copyOf(file: string, folder: string): string {
	mkdirSync(folder, { recursive: true });
	const copy = join(folder, file.slice(file.lastIndexOf('/') + 1));
	copyFileSync(file, copy);
	return copy;
}

/** A language's runner and toolchain; without its tools the test is skipped, but fails where CI=true. */
export async function toolsOf(language: LanguageName, { skip }: TestContext): Promise<Tools> {
	const runner = await loadRunner(language);
	if (!runner) throw new Error(`templates/${language} has no runner`);
	const toolchain = await runner.detect();
	if (!isNotVerified(toolchain)) return { runner, toolchain };
	if (process.env.CI === 'true') throw new Error(sentence(toolchain));
	return skip(sentence(toolchain));
}

export interface Tools {
	runner: Runner;
	toolchain: Toolchain;
}

/** A bench that is gone after the test. */
export function benchFor({ toolchain }: Tools, project?: SdkProject): Bench {
	const hosts = ['api.plivo.com', 'example.test'];
	const bench = openBench({ toolchain, authority, hosts, ...(project ? { project } : {}) });
	onTestFinished(bench.remove);
	return bench;
}

export function sentence({ notVerified, remedy }: NotVerified): string {
	return `not verified: ${notVerified}${remedy === undefined ? '' : ` (${remedy})`}`;
}
