import { readFileSync } from 'node:fs';
import type { Place, Problem } from '../core/problem.ts';
import { parseJson } from './json-source.ts';
import { parseYaml } from './yaml-source.ts';

/** A YAML or JSON file with its data and the means to find a place in it. */
export interface SourceFile {
	/** As given on the command line, or relative to the working directory. */
	file: string;
	text: string;
	/** The data; numbers that JavaScript would change are `SourceNumber`s. Undefined where the file cannot be read. */
	data: unknown;
	problems: Problem[];
	/** The place of a pointer's value, or of its key. Falls back to the nearest parent that exists. */
	locate(pointer: string, key?: boolean): Place;
}

/** How deep data may nest; what people write stays far below. */
const MAX_DEPTH = 500;

/** Reads a file. What is wrong with it is in `problems`, each with its place; it never throws. */
export function readSourceFile(file: string): SourceFile {
	let text: string;
	try {
		text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		const reason =
			(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file.' : (error as Error).message;
		return brokenSource(file, '', [
			{ severity: 'error', code: 'unreadable-file', message: `${file}: ${reason}`, hint: 'Correct the path.' },
		]);
	}
	return parseSource(file, text);
}

/** Parses a file's text: JSON where it is JSON (a large one takes a tenth of the time), else YAML 1.2. */
export function parseSource(file: string, text: string): SourceFile {
	const source = /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(file) ? parseJson(file, text) : parseYaml(file, text);
	return nestsTooDeep(source.data) ? brokenSource(file, text, [tooDeep(file)]) : source;
}

function nestsTooDeep(data: unknown): boolean {
	let level = [data];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) return true;
		const next: unknown[] = [];
		for (const node of level) {
			if (typeof node !== 'object' || node === null) continue;
			for (const child of Array.isArray(node) ? node : Object.values(node))
				if (typeof child === 'object' && child !== null) next.push(child);
		}
		level = next;
	}
	return false;
}

/** The problem of a file that nests deeper than anything that works on it would follow. */
export function tooDeep(file: string): Problem {
	return {
		severity: 'error',
		code: 'too-deep',
		message: `${file} nests deeper than ${MAX_DEPTH} levels.`,
		place: { file, line: 1, column: 1 },
		hint: 'Name what nests under components, and use $ref.',
	};
}

/** A file that no data could be had from. */
export function brokenSource(file: string, text: string, problems: Problem[]): SourceFile {
	return { file, text, data: undefined, problems, locate: () => ({ file, line: 1, column: 1 }) };
}
