import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workplace } from './specimen.ts';

const template = 'templates/python/http.hbs';
let place: Workplace;
beforeEach(() => {
	place = new Workplace();
});
afterEach(() => place.remove());

const write = (file: string, text: string) => writeFileSync(join(place.folder, file), text);

describe("A project's configuration", () => {
	it('chooses the languages and styles that are written, and removes the others', () => {
		expect(place.specimen('generate').code).toBe(0);
		write('specimen.config.yaml', 'languages: [python]\nstyles: [v2, http]\nsamples: code\n');
		cpSync(join(place.folder, 'samples'), join(place.folder, 'code'), { recursive: true });
		expect(place.specimen('generate').code).toBe(0);
		const { samples } = JSON.parse(place.read('code/plivo/manifest.json')) as { samples: Record<string, string>[] };
		expect(new Set(samples.map(({ language }) => language))).toEqual(new Set(['python']));
		expect(new Set(samples.map(({ style }) => style))).toEqual(new Set(['http', 'sdk', 'v2']));
		expect(existsSync(join(place.folder, 'code/plivo/removeShortcode/v1'))).toBe(false);
		expect(place.specimen('check').code).toBe(0);
	});

	it('may be written in TypeScript', () => {
		write('specimen.config.ts', "const languages: string[] = ['go'];\nexport default { languages };\n");
		const { stderr } = place.specimen('generate', '--language', 'python');
		expect(stderr).toContain('--language python: there is no such language. Known: go.');
	});

	it('stops every command that needs it while it is at fault', () => {
		write('specimen.config.yaml', 'langages: [python]\n');
		const { code, stderr } = place.specimen('generate');
		expect(code).toBe(2);
		expect(stderr).toContain('specimen.config.yaml:1:1 error unknown-field');
		expect(place.specimen('help').code).toBe(0);
	});
});

describe("A project's template", () => {
	beforeEach(() => {
		mkdirSync(join(place.folder, 'templates/python'), { recursive: true });
		cpSync(resolve(template), join(place.folder, template));
	});

	const sample = (language = 'python') =>
		place.specimen('sample', 'removeShortcode', '--language', language, '--style', 'http');

	it('takes the place of the one of the same name, and of no other', () => {
		const php = sample('php').stdout;
		place.edit(template, '{{#if usesEnvironment}}', '# By the docs team\n{{#if usesEnvironment}}');
		expect(sample().stdout).toMatch(/^# By the docs team\n/m);
		expect(sample('php').stdout).toBe(php);
	});

	it('is told with its place where it names what the view lacks', () => {
		place.edit(template, '# {{title}}', '# {{titel}}');
		const { code, stderr } = sample();
		expect(code).toBe(2);
		expect(stderr).toMatch(/^templates\/python\/http\.hbs:\d+:\d+ error template\n {2}"titel" is no name of the view/m);
	});

	it('is told with its place where it does not compile', () => {
		place.edit(template, '{{#if usesEnvironment}}', '{{#if usesEnvironment');
		expect(sample().stderr).toMatch(/^templates\/python\/http\.hbs:\d+:\d+ error template-syntax/m);
	});

	it('is told where it takes the place of none', () => {
		write('templates/python/htp.hbs', '');
		expect(sample().stderr).toContain('templates/python/htp.hbs:1:1 warning unknown-template');
		expect(sample().stderr).toContain('Did you mean "python/http.hbs"?');
	});
});
