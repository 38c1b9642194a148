import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createDocument, type Document, isObject, pointerTo } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';

/** What came of reading an OpenAPI description. */
export interface LoadedDocument {
	document?: Document;
	problems: Problem[];
	/** Every file that was read, so that a watcher can watch it. */
	files: string[];
}

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 description, with the files it refers to.
 * References stay inside the folder of the root file and never leave the machine.
 */
export function loadDocument(file: string): LoadedDocument {
	const root = readSourceFile(file);
	const problems = [...root.problems];
	if (root.data === undefined) return { problems, files: [file] };
	const wrongVersion = checkVersion(root);
	if (wrongVersion) return { problems: [...problems, wrongVersion], files: [file] };
	const others = new Map<string, SourceFile>();
	absolutize(root, '', file, others, problems);
	const locate = (name: string, pointer: string, key?: boolean) =>
		(name === file ? root : (others.get(name) ?? root)).locate(pointer, key);
	const dangling = danglingReferences(root, others);
	problems.push(...dangling);
	const data = new Map([...others].map(([name, source]) => [name, source.data]));
	const document = createDocument({ file, root: root.data as Document['root'], others: data, locate });
	return { document, problems, files: [file, ...others.keys()] };
}

function checkVersion(root: SourceFile): Problem | undefined {
	const { file, data } = root;
	if (!isObject(data)) {
		return {
			severity: 'error',
			code: 'no-openapi',
			message: `${file} holds no OpenAPI description.`,
			place: root.locate(''),
			hint: 'It has to be a map with "openapi: 3.1.0" at its top.',
		};
	}
	if (typeof data.swagger === 'string') {
		return {
			severity: 'error',
			code: 'swagger-2',
			message: `${file} is Swagger ${data.swagger}; Specimen reads OpenAPI 3.0, 3.1 and 3.2.`,
			place: root.locate('/swagger', true),
			hint: 'Convert it first, for example with `npx swagger2openapi`.',
		};
	}
	if (typeof data.openapi !== 'string' || !/^3\.[012](\.|$)/.test(data.openapi)) {
		const said =
			data.openapi === undefined ? 'does not say its OpenAPI version' : `says OpenAPI ${String(data.openapi)}`;
		return {
			severity: 'error',
			code: 'openapi-version',
			message: `${file} ${said}; Specimen reads 3.0, 3.1 and 3.2.`,
			place: root.locate('/openapi', true),
			hint: 'Write "openapi: 3.1.0" at its top.',
		};
	}
	return undefined;
}

/** Makes every reference to another file absolute, reading the files on the way. Works on the data in place. */
function absolutize(
	source: SourceFile,
	name: string,
	rootFile: string,
	others: Map<string, SourceFile>,
	problems: Problem[],
): void {
	const folder = resolve(dirname(rootFile));
	walk(source.data, '', (node, pointer) => {
		const reference = node.$ref;
		if (typeof reference !== 'string') return;
		if (reference.startsWith('#')) {
			if (name) node.$ref = name + reference;
			return;
		}
		const [target = '', fragment = ''] = reference.split('#', 2);
		const path = join(dirname(source.file), decodeURI(target));
		const fault = outside(folder, path, target);
		if (fault) {
			problems.push({
				severity: 'error',
				code: 'reference-outside',
				message: `$ref "${reference}" ${fault}`,
				place: source.locate(pointerTo(pointer, '$ref')),
				pointer,
				hint: 'Copy the file beside the document and refer to the copy.',
			});
			return;
		}
		if (resolve(path) === resolve(rootFile)) {
			node.$ref = `#${fragment}`;
			return;
		}
		node.$ref = `${path}#${fragment}`;
		if (others.has(path)) return;
		const other = readSourceFile(path);
		others.set(path, other);
		for (const problem of other.problems)
			problems.push({ ...problem, place: problem.place ?? source.locate(pointerTo(pointer, '$ref')) });
		if (other.data !== undefined) absolutize(other, path, rootFile, others, problems);
	});
}

function outside(folder: string, path: string, target: string): string | undefined {
	if (/^[a-z][a-z\d+.-]+:/i.test(target)) return 'leads to the network, which Specimen does not read.';
	const real = existsSync(path) ? realpathSync(path) : resolve(path);
	const root = existsSync(folder) ? realpathSync(folder) : folder;
	return real === root || real.startsWith(root + sep)
		? undefined
		: `leads outside the document's folder (${relative(process.cwd(), real)}).`;
}

function danglingReferences(root: SourceFile, others: ReadonlyMap<string, SourceFile>): Problem[] {
	const problems: Problem[] = [];
	const resolver = createDocument({
		file: root.file,
		root: root.data as Document['root'],
		others: new Map([...others].map(([name, file]) => [name, file.data])),
	});
	for (const source of [root, ...others.values()]) {
		const seen = new Set<string>();
		walk(source.data, '', (node, pointer) => {
			if (typeof node.$ref !== 'string' || seen.has(node.$ref)) return;
			seen.add(node.$ref);
			try {
				resolver.resolve({ $ref: node.$ref });
			} catch (error) {
				problems.push({
					severity: 'error',
					code: 'dangling-reference',
					message: (error as Error).message,
					place: source.locate(pointerTo(pointer, '$ref')),
					pointer,
					hint: 'Correct the reference, or add what it names.',
				});
			}
		});
	}
	return problems;
}

/** Visits every object of the data, without recursion, so that depth costs no stack. Examples may hold a `$ref` of their own meaning: they are left alone. */
function walk(data: unknown, start: string, visit: (node: Record<string, unknown>, pointer: string) => void): void {
	const stack: [unknown, string][] = [[data, start]];
	while (stack.length > 0) {
		const [node, pointer] = stack.pop() as [unknown, string];
		if (typeof node !== 'object' || node === null) continue;
		if (isObject(node)) visit(node, pointer);
		for (const [name, child] of Object.entries(node)) {
			if (name === 'example' || (name === 'value' && /\/examples\/[^/]*$/.test(pointer))) continue;
			if (typeof child === 'object' && child !== null) stack.push([child, pointerTo(pointer, name)]);
		}
	}
}
