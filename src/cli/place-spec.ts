import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { loadDocument } from '../load/load-document.ts';

/**
 * Copies an OpenAPI file, with the files it refers to, to where an API lies below `spec/`. The copy is read before anything is
 * put in place; where it is at fault nothing is.
 */
export function placeSpec(
	file: string,
	others: readonly string[],
	folder: string,
): { placed: string; problems: Problem[] } {
	const from = dirname(resolve(file));
	const name = /\.json$/i.test(file) ? 'openapi.json' : 'openapi.yaml';
	const placed = join(folder, name);
	const targets = new Map([
		[resolve(file), name],
		...others.map((other) => [resolve(other), relative(from, resolve(other))] as const),
	]);
	const stage = mkdtempSync(join(tmpdir(), 'specimen-init-'));
	try {
		for (const [source, target] of targets) copy(source, join(stage, target));
		const { problems } = loadDocument(join(stage, name));
		if (targets.size > new Set(targets.values()).size || problems.length > 0)
			return { placed, problems: [renamed(file, name)] };
		mkdirSync(dirname(resolve(folder)), { recursive: true });
		cpSync(stage, folder, { recursive: true, errorOnExist: true, force: false });
		return { placed, problems: [] };
	} finally {
		rmSync(stage, { recursive: true, force: true });
	}
}

function copy(from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true });
	cpSync(from, to);
}

function renamed(file: string, name: string): Problem {
	return {
		severity: 'error',
		code: 'name-in-use',
		message: `The files that ${basename(file)} refers to need it under this name, or have the name ${name} themselves.`,
		hint: `Rename it to ${name} first, with the references to it.`,
		place: { file, line: 1, column: 1 },
	};
}

/** Names that the site's own pages begin with, so that no API can have them. */
const TAKEN = new Set(['guides', 'healthz', 'mock', 'openapi', 'pagefind', 'proxy']);

/** The name of an API in the addresses of its pages: from its file, or from its title where the file says nothing. */
export function nameSpec(file: string, title: string): string {
	const words = (text: string) =>
		text
			.toLowerCase()
			.replace(/[^a-z\d]+/g, '-')
			.replace(/^-+|-+$/g, '');
	const own = words(basename(file, extname(file)));
	const says =
		own !== '' && !/^(open-?api|swagger|api|spec|schema|index|root|main)(-v?\d.*)?$/.test(own) && !TAKEN.has(own);
	const name = says ? own : words(title);
	return name === '' || TAKEN.has(name) ? 'api' : name;
}

/** Why a name cannot be an API's, where it cannot. */
export function faultOfName(name: string, folder: string): string | undefined {
	if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(name)) return 'write it in lower case, with hyphens: my-api';
	if (TAKEN.has(name)) return 'the site has pages of its own there';
	return existsSync(folder) ? `${folder} is there already` : undefined;
}
