import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSample } from '../../src/verify/run-sample.ts';
import { benchFor, copyOf, fixture, type LanguageName, languageNames, testFolder, toolsOf } from './support.ts';

/** Where the fault in `fixtures/faults` is, and how its compiler puts it. */
const faults: Record<LanguageName, { line: number; column?: number; message: RegExp }> = {
	python: { line: 3, column: 6, message: /never closed/ },
	ruby: { line: 3, message: /syntax error/ },
	node: { line: 2, column: 11, message: /Unexpected token/ },
	php: { line: 4, message: /unexpected token ";"/ },
	java: { line: 3, column: 23, message: /incompatible types/ },
	csharp: { line: 5, column: 23, message: /CS0029/ },
	go: { line: 3, column: 8, message: /imported and not used/ },
	shell: { line: 5, message: /syntax error/ },
};

describe('A batch of samples is checked in one process', () => {
	it.for(languageNames)('in %s, and the one with a fault is found among them', async (language, context) => {
		const tools = await toolsOf(language, context);
		const bench = benchFor(tools);
		const folder = testFolder();
		// Two tasks of one name, in two styles, with a broken one between them.
		const good = ['v1', 'v2'].map((style) => copyOf(fixture('http', language), join(folder, style)));
		const bad = copyOf(fixture('faults', language), folder);
		const files = [good[0] ?? '', bad, good[1] ?? ''];
		const compilation = await tools.runner.compile(files, bench, 'check');
		const { line, column, message } = faults[language];
		expect(compilation.failure).toBeUndefined();
		expect(compilation.faults).toEqual([
			expect.objectContaining({ file: bad, line, message: expect.stringMatching(message) }),
		]);
		if (column !== undefined) expect(compilation.faults[0]?.column).toBe(column);
		expect(compilation.programs.has(bad)).toBe(false);
	});

	it('and a checker that breaks off proves nothing', async (context) => {
		const tools = await toolsOf('python', context);
		const broken = { ...tools.toolchain, command: '/bin/false' };
		const file = fixture('http', 'python');
		const { failure } = await tools.runner.compile([file], benchFor({ ...tools, toolchain: broken }), 'check');
		expect(failure).toContain('/bin/false: exit 1');
	});
});

describe('A compiler that checks more than syntax is asked for more', () => {
	it('in Go: for a package that is not there, and for a file that is no program', async (context) => {
		const tools = await toolsOf('go', context);
		const folder = testFolder();
		const files = [
			['a.go', 'package main\n\nimport "no/such/package"\n\nfunc main() { package.X() }\n'],
			['b.go', 'package sample\n'],
		].map(([name = '', source = '']) => write(join(folder, name), source));
		const { faults: found } = await tools.runner.compile(files, benchFor(tools), 'check');
		expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([
			expect.stringMatching(/^3: /),
			'1: package sample is not a main package',
		]);
	});

	it('in PHP: for what the grammar allows and the compiler does not', async (context) => {
		const tools = await toolsOf('php', context);
		const file = write(join(testFolder(), 'twice.php'), '<?php\nuse A\\Client;\nuse B\\Client;\n');
		const { faults: found } = await tools.runner.compile([file], benchFor(tools), 'check');
		expect(found).toEqual([{ file, line: 3, message: expect.stringContaining('already in use') }]);
	});
});

describe('A Java sample', () => {
	it('starts at its main class, whatever the package', async (context) => {
		const tools = await toolsOf('java', context);
		const bench = benchFor(tools);
		const source =
			'package com.example;\n\nclass Start {\n    public static void main(String[] a) { System.out.print("ok"); }\n}\n';
		const file = write(join(testFolder(), 'Other.java'), source);
		const { programs } = await tools.runner.compile([file], bench, 'run');
		const program = programs.get(file) ?? '';
		const outcome = await runSample({ runner: tools.runner, bench, program, answer: 'refuse' });
		expect(outcome).toMatchObject({ exit: 0, stdout: 'ok', stderr: '' });
	});
});

function write(file: string, source: string): string {
	mkdirSync(join(file, '..'), { recursive: true });
	writeFileSync(file, source);
	return file;
}
