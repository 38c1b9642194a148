import { describe, expect, it } from 'vitest';
import { bracket, type Language, type View } from '../../src/core/language.ts';
import { ProblemError } from '../../src/core/problem.ts';
import { createRender, type Template } from '../../src/core/render.ts';
import { compileTemplate } from '../../src/load/compile-template.ts';
import { python } from '../../templates/python/language.ts';

async function load(source: string, file: string): Promise<Template> {
	const module = `data:text/javascript,${encodeURIComponent(compileTemplate(source, file))}`;
	return ((await import(/* @vite-ignore */ module)) as { default: Template }).default;
}

async function render(source: string, view: View, partial = ''): Promise<ReturnType<ReturnType<typeof createRender>>> {
	const templates = { made: await load(source, 'templates/python/made.hbs') };
	const partials = { part: await load(partial, 'templates/python/_part.hbs') };
	const language: Language = { ...python, templates, partials };
	return createRender(language)('made', view);
}

const textOf = async (source: string, view: View, partial?: string) => (await render(source, view, partial)).code;

async function problemOf(work: () => unknown) {
	try {
		await work();
	} catch (error) {
		if (error instanceof ProblemError) return error.problem;
		throw error;
	}
	throw new Error('nothing was wrong');
}

describe('A template', () => {
	it('says names, and text as it stands', async () => {
		expect(await textOf('a "{{x}}" \\ `${b}`\n{{! not this }}{{n}}', { x: '<&>', n: 300 })).toBe(
			'a "<&>" \\ `${b}`\n300',
		);
	});

	it('chooses, and takes an empty list for nothing', async () => {
		const source = '{{#if x}}yes{{else if y}}maybe{{else}}no{{/if}}{{#unless x}}!{{/unless}}';
		expect(await textOf(source, { x: 1, y: 0 })).toBe('yes');
		expect(await textOf(source, { x: [], y: 1 })).toBe('maybe!');
		expect(await textOf(source, { x: '', y: false })).toBe('no!');
	});

	it('goes through lists, sees what is around them, and has words for an empty one', async () => {
		const source = '{{#each list}}{{this}}{{../end}}{{else}}none{{/each}}';
		expect(await textOf(source, { list: ['a', 'b'], end: ';' })).toBe('a;b;');
		expect(await textOf(source, { list: [], end: ';' })).toBe('none');
		expect(await textOf('{{#each a}}{{#each b}}{{c}}{{/each}}{{/each}}', { a: [{ b: [{ c: 1 }, { c: 2 }] }] })).toBe(
			'12',
		);
	});

	it('leaves no line behind where a block stands alone on it', async () => {
		expect(await textOf('a\n{{#if x}}\n  b\n{{/if}}\nc\n', { x: true })).toBe('a\n  b\nc\n');
	});

	it('takes in partials with what it has', async () => {
		expect(await textOf('{{#each list}}\n{{> part}}\n{{/each}}\n', { list: [{ x: 1 }] }, '<{{x}}>\n')).toBe('<1>\n');
	});

	it('lays code out where it stands', async () => {
		const doc = ['call', bracket('(', ')', ['a'.repeat(60), 'b'.repeat(30)])];
		expect(await textOf('  {{fit doc 1 after=1}};', { doc })).toBe(
			`  call(\n        ${'a'.repeat(60)},\n        ${'b'.repeat(30)},\n    );`,
		);
	});

	it('says where its regions stand', async () => {
		const { code, regions } = await render('a\n{{#region "call"}}\nb\n{{/region}}\nc\n', {});
		expect(code).toBe('a\nb\nc\n');
		expect(regions).toEqual([{ name: 'call', start: 2, end: 4 }]);
	});
});

describe('A faulty template', () => {
	const place = { file: 'templates/python/made.hbs', line: 2, column: 3 };

	it.each(['{{nmae}}', '{{#if nmae}}{{/if}}', '{{#each nmae}}{{/each}}', '{{fit nmae 1}}'])(
		'is told with its place where it names what the view lacks: %s',
		async (source) => {
			const problem = await problemOf(() => render(`\n${source}`, { name: 'x' }));
			expect(problem).toMatchObject({ code: 'template', message: '"nmae" is no name of the view' });
			expect(problem.place).toMatchObject({ file: place.file, line: 2 });
		},
	);

	it('is told with its place where it goes through what is no list', async () => {
		const problem = await problemOf(() => render('\n{{#each name}}{{/each}}', { name: 'x' }));
		expect(problem).toMatchObject({ message: '{{#each}} is given no list', place: { line: 2 } });
	});

	it.each(['{{shout x}}', '{{#shout x}}{{/shout}}'])(
		'does not compile where a helper is unknown: %s',
		async (source) => {
			const problem = await problemOf(() => compileTemplate(`\n  ${source}`, place.file));
			expect(problem).toMatchObject({ code: 'template-syntax', message: 'There is no helper "shout".', place });
		},
	);

	it.each(['{{@index}}', '{{../x}}', '{{#*inline "x"}}{{/inline}}'])(
		'does not compile what is not offered: %s',
		async (source) => {
			const problem = await problemOf(() => compileTemplate(`\n  ${source}`, place.file));
			expect(problem).toMatchObject({ code: 'template-syntax', place: { line: 2 } });
		},
	);

	it('does not compile where a block is left open', async () => {
		const problem = await problemOf(() => compileTemplate('a\n{{#if x}}\nb', place.file));
		expect(problem).toMatchObject({ code: 'template-syntax', place: { file: place.file } });
	});
});
