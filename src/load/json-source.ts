import {
	findNodeAtLocation,
	type Node as JsonNode,
	type ParseError,
	parseTree,
	printParseErrorCode,
} from 'jsonc-parser';
import { pointerTokens } from '../core/document.ts';
import type { Place } from '../core/problem.ts';
import { parseJsonExactly } from './parse-json.ts';
import { brokenSource, type SourceFile, tooDeep } from './source-file.ts';

/** Parses the text of a JSON file. */
export function parseJson(file: string, text: string): SourceFile {
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
	} catch (error) {
		if (error instanceof RangeError) return brokenSource(file, text, [tooDeep(file)]);
		const first = firstError(text);
		const place = placeAt(file, lines, first?.offset ?? 0);
		const message = first ? `This is no JSON: ${printParseErrorCode(first.error)}.` : 'This is no JSON.';
		return brokenSource(file, text, [
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

/** `JSON.parse` names no place that can be relied on: the tolerant parser does. */
function firstError(text: string): ParseError | undefined {
	const errors: ParseError[] = [];
	try {
		parseTree(text, errors);
	} catch (error) {
		// Broken text may nest deeper than the stack, too.
		if (!(error instanceof RangeError)) throw error;
	}
	return errors[0];
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
