import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { asText, createDocument, isObject, type Json, pointerTo } from '../core/document.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import { walkDocument } from './walk-document.ts';

/** What the references of a description led to. */
export interface References {
	/** The files that it refers to, by the name that its references have now before their `#`. */
	others: Map<string, SourceFile>;
	problems: Problem[];
}

/**
 * Reads every file that a description refers to, and makes the references absolute in the data itself.
 * What lies outside the folder of the root file, or on the network, is a problem and is not read.
 */
export function readReferences(root: SourceFile): References {
	const others = new Map<string, SourceFile>();
	const problems: Problem[] = [];
	const waiting: { source: SourceFile; name: string }[] = [{ source: root, name: '' }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { source, name } = next;
		walkDocument(source.data, (node, pointer) => {
			if (typeof node.$ref !== 'string') return;
			const target = targetOf(node.$ref, source, root);
			if (typeof target === 'string') {
				problems.push(refusal(node.$ref, target, source, pointer));
				return;
			}
			const { file, fragment } = target;
			node.$ref =
				file === undefined ? `${name}#${fragment}` : file === root.file ? `#${fragment}` : `${file}#${fragment}`;
			if (file === undefined || file === root.file || others.has(file)) return;
			const other = readSourceFile(file);
			others.set(file, other);
			const place = source.locate(pointerTo(pointer, '$ref'));
			problems.push(...other.problems.map((problem) => ({ ...problem, place: problem.place ?? place })));
			if (other.data !== undefined) waiting.push({ source: other, name: file });
		});
	}
	problems.push(...danglingReferences(root, others));
	return { others, problems };
}

/** The file that a reference leads to (none: its own) and the place in it, or why it may not be followed. */
function targetOf(
	reference: string,
	source: SourceFile,
	root: SourceFile,
): { file?: string; fragment: string } | string {
	const hash = reference.indexOf('#');
	const address = hash < 0 ? reference : reference.slice(0, hash);
	const fragment = hash < 0 ? '' : reference.slice(hash + 1);
	if (address === '') return { fragment };
	// OpenAPI 3.2 lets a description say what its own address is.
	if (isObject(root.data) && address === asText(root.data.$self)) return { file: root.file, fragment };
	if (/^file:/i.test(address)) return "is an address of a file, which may lie outside the document's folder.";
	if (/^([a-z][a-z\d+.-]+:|\/\/)/i.test(address)) return 'leads to the network, which Specimen does not read.';
	const path = decode(address);
	const file = isAbsolute(path) ? path : join(dirname(source.file), path);
	if (resolve(file) === resolve(root.file)) return { file: root.file, fragment };
	return fileFault(file, root) ?? { file, fragment };
}

function fileFault(file: string, root: SourceFile): string | undefined {
	const folder = realpathSync(resolve(dirname(root.file)));
	let real = resolve(file);
	try {
		real = realpathSync(real);
	} catch {
		// It is not there: whoever reads it says so.
	}
	const inside = (path: string, parent: string) => path === parent || path.startsWith(parent + sep);
	const within = inside(real, folder) || inside(real, resolve(dirname(root.file)));
	if (!within) return `leads outside the document's folder (${relative(process.cwd(), real)}).`;
	return isFile(real) ? undefined : 'leads to something that is no file.';
}

/** Whether there is a file, or nothing, which whoever reads it says. */
function isFile(path: string): boolean {
	try {
		return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
	} catch {
		// No file system has such a name.
		return false;
	}
}

function refusal(reference: string, why: string, source: SourceFile, pointer: string): Problem {
	return {
		severity: 'error',
		code: 'reference-outside',
		message: `$ref "${reference}" ${why}`,
		place: source.locate(pointerTo(pointer, '$ref')),
		pointer,
		hint: 'Copy what it names beside the document, or join all of it first: `npx @redocly/cli bundle openapi.yaml -o bundled.yaml`.',
	};
}

function danglingReferences(root: SourceFile, others: ReadonlyMap<string, SourceFile>): Problem[] {
	const data = new Map([...others].map(([name, file]) => [name, file.data]));
	const document = createDocument({ file: root.file, root: root.data as Json, others: data });
	const problems: Problem[] = [];
	const seen = new Set<string>();
	for (const source of [root, ...others.values()]) {
		walkDocument(source.data, (node, pointer) => {
			if (typeof node.$ref !== 'string' || seen.has(node.$ref)) return;
			// What may not be read, or cannot, has been told.
			const file = node.$ref.slice(0, Math.max(0, node.$ref.indexOf('#')));
			if (file !== '' && data.get(file) === undefined) return;
			if (!node.$ref.includes('#')) return;
			seen.add(node.$ref);
			try {
				document.resolve({ $ref: node.$ref });
			} catch (error) {
				if (!(error instanceof ProblemError)) throw error;
				problems.push({ ...error.problem, place: source.locate(pointerTo(pointer, '$ref')), pointer });
			}
		});
	}
	return problems;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A lone percent sign is an ordinary character of a file's name.
		return text;
	}
}
