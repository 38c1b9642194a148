import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each part of the house may import, beside itself. `npm` names packages; absent means any package. */
const RULES: { part: string; parts: string[]; npm?: RegExp }[] = [
	{ part: 'src/core', parts: [], npm: /^openapi-sampler$/ },
	{ part: 'src/load', parts: ['src/core'] },
	{ part: 'src/tree', parts: ['src/core', 'src/load'] },
	{ part: 'src/verify', parts: ['src/core', 'src/load', 'src/tree', 'src/mock', 'templates'] },
	{ part: 'src/highlight', parts: ['src/core'], npm: /^shiki\// },
	{ part: 'src/embed', parts: ['src/core', 'src/tree', 'src/highlight'] },
	{ part: 'src/mock', parts: ['src/core'] },
	{ part: 'src/proxy', parts: ['src/core'], npm: /^(node:|ipaddr\.js$)/ },
	{ part: 'src/feedback', parts: ['src/core'] },
	{ part: 'src/server', parts: ['src/core', 'src/load', 'src/mock', 'src/proxy', 'src/feedback'] },
	{ part: 'src/bind', parts: ['src/core', 'src/load', 'src/verify'] },
	{
		part: 'src/cli',
		parts: [
			'src/core',
			'src/bind',
			'src/load',
			'src/tree',
			'src/verify',
			'src/embed',
			'src/mock',
			'src/feedback',
			'src/server',
			'templates',
			'src/site',
		],
	},
	{
		part: 'src/site/try-it/answer',
		parts: ['src/core', 'src/site/try-it', 'src/site/styles'],
		npm: /^(preact\/hooks|@cfworker\/json-schema)$/,
	},
	{
		part: 'src/site',
		parts: [
			'src/core',
			'src/load',
			'src/tree',
			'src/mock',
			'src/feedback',
			'src/server',
			'src/highlight',
			'src/embed',
			'templates',
		],
	},
];

const root = resolve(import.meta.dirname, '../..');

interface Import {
	from: string;
	/** The path of the project's file, or the package's name. */
	to: string;
	local: boolean;
}

const imports = [...sources('src'), ...sources('templates')].flatMap(importsOf);

describe('The direction of imports', () => {
	it('is read from real files', () => {
		expect(imports.length).toBeGreaterThan(50);
	});

	it.each(RULES)('$part imports only what it may', ({ part, parts, npm }) => {
		const faults = imports
			.filter(({ from }) => inside(from, part))
			.filter(({ to, local }) =>
				local ? ![part, ...parts].some((allowed) => inside(to, allowed)) : npm && !npm.test(to),
			);
		expect(faults).toEqual([]);
	});

	it('keeps a language in its folder, and its runner away from the registry', () => {
		const faults = imports.filter(({ from, to, local }) => {
			const folder = /^templates\/[^/]+\//.exec(from)?.[0];
			if (!folder) return from === 'templates/index.ts' && /(runner|sdk-names)\.ts$/.test(to);
			if (!local) return !to.startsWith('node:');
			if (from.endsWith('/runner.ts') || from.includes('/redirect/'))
				return !inside(to, 'src/core') && !inside(to, 'src/verify') && !to.startsWith(folder);
			if (from.endsWith('/sdk-names.ts'))
				return !['src/core', 'src/verify', 'src/bind'].some((part) => inside(to, part)) && !to.startsWith(folder);
			return (!inside(to, 'src/core') && !to.startsWith(folder)) || /(runner|sdk-names)\.ts$/.test(to);
		});
		expect(faults).toEqual([]);
	});

	it('lets nothing import the site, but the commands that build it', () => {
		const faults = imports.filter(({ from, to }) => inside(to, 'src/site') && !inside(from, 'src/site'));
		expect(faults.map(({ from, to }) => `${from} ${to}`)).toEqual(['src/cli/astro.ts src/site/astro-config.ts']);
	});

	it('keeps core free of languages, files and consoles', () => {
		const faults = sources('src/core').filter((file) =>
			/\b(python|ruby|csharp|console\.|process\.|node:)\b/.test(code(file)),
		);
		expect(faults).toEqual([]);
	});
});

function inside(file: string, folder: string): boolean {
	return file === folder || file.startsWith(`${folder}/`);
}

function sources(folder: string): string[] {
	return readdirSync(join(root, folder)).flatMap((name) => {
		const path = `${folder}/${name}`;
		if (statSync(join(root, path)).isDirectory()) return sources(path);
		return /\.(tsx?|mjs|astro)$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
	});
}

function importsOf(file: string): Import[] {
	const text = readFileSync(join(root, file), 'utf8');
	const specifiers = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)(['"])([^'"\n$]+)\1/g)].map(
		(match) => match[2] ?? '',
	);
	return specifiers.map((specifier) => {
		const local = specifier.startsWith('.');
		return { from: file, to: local ? relative(root, resolve(root, dirname(file), specifier)) : specifier, local };
	});
}

/** A file without its comments, in which examples may name a language. */
function code(file: string): string {
	return readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
