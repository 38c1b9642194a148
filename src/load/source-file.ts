import { readFileSync } from 'node:fs';
import {
	findNodeAtLocation,
	type Node as JsonNode,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from 'jsonc-parser';
import {
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type Document as YamlDocument,
	type Node as YamlNode,
} from 'yaml';
import { pointerTokens } from '../core/document.ts';
import type { Place, Problem } from '../core/problem.ts';
import { numberFromSource } from '../core/source-number.ts';
import { parseJsonExactly } from './parse-json.ts';

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

/** How many nodes the aliases of a YAML file may stand for, so that an alias bomb is refused. */
const MAX_ALIASES = 100;

/** Reads a file. What is wrong with it is in `problems`, each with its place; it never throws. */
export function readSourceFile(file: string): SourceFile {
	let text: string;
	try {
		text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		const reason =
			(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file.' : (error as Error).message;
		return broken(file, '', [
			{ severity: 'error', code: 'unreadable-file', message: `${file}: ${reason}`, hint: 'Correct the path.' },
		]);
	}
	return parseSource(file, text);
}

/** Parses a file's text: JSON where it is JSON (a large one takes a tenth of the time), else YAML 1.2. */
export function parseSource(file: string, text: string): SourceFile {
	return /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(file) ? parseJson(file, text) : parseYaml(file, text);
}

function parseJson(file: string, text: string): SourceFile {
	const lines = lineStarts(text);
	try {
		const data = parseJsonExactly(text);
		let tree: JsonNode | undefined;
		return {
			file,
			text,
			data,
			problems: [],
			locate(pointer, key) {
				tree ??= parseTree(text);
				const tokens = pointerTokens(pointer);
				for (let length = tokens.length; tree && length > 0; length--) {
					const node = findNodeAtLocation(tree, jsonPath(tree, tokens.slice(0, length)));
					if (node)
						return placeAt(file, lines, key && node.parent?.type === 'property' ? node.parent.offset : node.offset);
				}
				return { file, line: 1, column: 1 };
			},
		};
	} catch {
		// JSON.parse names no place that can be relied on: the tolerant parser does.
		const errors: ParseError[] = [];
		parseTree(text, errors);
		const [first] = errors;
		const place = placeAt(file, lines, first?.offset ?? 0);
		const message = first ? `This is no JSON: ${printParseErrorCode(first.error)}.` : 'This is no JSON.';
		return broken(file, text, [
			{ severity: 'error', code: 'malformed-json', message, place, hint: 'Correct the syntax at this place.' },
		]);
	}
}

/** List items are addressed by number in jsonc-parser, by text in pointers. */
function jsonPath(tree: JsonNode, tokens: string[]): (string | number)[] {
	let node: JsonNode | undefined = tree;
	return tokens.map((token) => {
		const step = node?.type === 'array' ? Number(token) : token;
		node = node ? findNodeAtLocation(node, [step]) : undefined;
		return step;
	});
}

function parseYaml(file: string, text: string): SourceFile {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false, version: '1.2' });
	const at = (offset: number): Place => {
		const { line, col } = counter.linePos(offset);
		return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	// What follows the first error is mostly its echo.
	const problems = document.errors.slice(0, 1).map(
		(error): Problem => ({
			severity: 'error',
			code: 'malformed-yaml',
			message: `This is no YAML: ${error.message}`,
			place: at(error.pos[0]),
			hint: 'Correct the syntax at this place.',
		}),
	);
	if (problems.length > 0) return broken(file, text, problems);
	let data: unknown;
	try {
		data = toData(document.contents, document, { count: 0 });
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return broken(file, text, [
			{
				severity: 'error',
				code: 'too-many-aliases',
				message: error.message,
				place: { file, line: 1, column: 1 },
				hint: 'Write the repeated parts out, or use $ref.',
			},
		]);
	}
	return {
		file,
		text,
		data,
		problems: [],
		locate: (pointer, key) =>
			locateYaml(document, pointerTokens(pointer), key === true, at) ?? { file, line: 1, column: 1 },
	};
}

function toData(node: unknown, document: YamlDocument, aliases: { count: number }): unknown {
	if (isAlias(node)) {
		if (++aliases.count > MAX_ALIASES) throw new RangeError(`More than ${MAX_ALIASES} aliases are followed.`);
		return toData(node.resolve(document), document, aliases);
	}
	if (isMap(node)) {
		const data: Record<string, unknown> = {};
		for (const pair of node.items) {
			const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : String(pair.key);
			Object.defineProperty(data, name, {
				value: toData(pair.value, document, aliases),
				enumerable: true,
				writable: true,
				configurable: true,
			});
		}
		return data;
	}
	if (isSeq(node)) return node.items.map((item) => toData(item, document, aliases));
	if (!isScalar(node)) return null;
	if (typeof node.value === 'number' && node.source !== undefined && /^[-+]?[\d.]/.test(node.source)) {
		return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(node.source) ? numberFromSource(node.source) : node.value;
	}
	return node.value;
}

function locateYaml(
	document: YamlDocument,
	tokens: string[],
	key: boolean,
	at: (offset: number) => Place,
): Place | undefined {
	let node: unknown = document.contents;
	let place: Place | undefined;
	for (const [index, token] of tokens.entries()) {
		if (isAlias(node)) node = node.resolve(document);
		let next: unknown;
		if (isMap(node)) {
			const pair = node.items.find(
				(item) => isPair(item) && isScalar(item.key) && String(item.key.source ?? item.key.value) === token,
			);
			const wanted = key && index === tokens.length - 1 ? pair?.key : (pair?.value ?? pair?.key);
			next = pair?.value;
			place = rangeStart(wanted, at) ?? rangeStart(pair?.key, at) ?? place;
			if (!pair) return place;
		} else if (isSeq(node)) {
			next = node.items[Number(token)];
			place = rangeStart(next, at) ?? place;
		} else return place;
		node = next;
	}
	return place ?? rangeStart(node, at);
}

function rangeStart(node: unknown, at: (offset: number) => Place): Place | undefined {
	const range = (node as YamlNode | undefined)?.range;
	return range ? at(range[0]) : undefined;
}

function broken(file: string, text: string, problems: Problem[]): SourceFile {
	return { file, text, data: undefined, problems, locate: () => ({ file, line: 1, column: 1 }) };
}

function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

function placeAt(file: string, starts: number[], offset: number): Place {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
