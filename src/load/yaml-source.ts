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
import { brokenSource, type SourceFile, tooDeep } from './source-file.ts';
import { YamlFault, yamlData } from './yaml-data.ts';

/** Parses the text of a YAML file, by YAML 1.2 and with the merge keys of 1.1. */
export function parseYaml(file: string, text: string): SourceFile {
	const counter = new LineCounter();
	const at = (offset: number): Place => {
		const { line, col } = counter.linePos(offset);
		return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	try {
		// That keys are unique is seen to with the data: the parser takes the square of their number for it.
		const options = { lineCounter: counter, uniqueKeys: false, prettyErrors: false, version: '1.2' } as const;
		const document = parseDocument(text, options);
		// What follows the first error is mostly its echo.
		const [error] = document.errors;
		if (error) throw new YamlFault('malformed-yaml', error.message, error.pos[0]);
		return {
			file,
			text,
			data: yamlData(document),
			problems: [],
			locate: (pointer, key) =>
				locateYaml(document, pointerTokens(pointer), key === true, at) ?? { file, line: 1, column: 1 },
		};
	} catch (error) {
		if (error instanceof YamlFault) return brokenSource(file, text, [problemOf(error, at)]);
		if (error instanceof RangeError) return brokenSource(file, text, [tooDeep(file)]);
		throw error;
	}
}

function problemOf({ code, message, offset }: YamlFault, at: (offset: number) => Place): Problem {
	const hint =
		code === 'too-many-aliases' ? 'Write the repeated parts out, or use $ref.' : 'Correct the syntax at this place.';
	return { severity: 'error', code, message: `This is no YAML to work with: ${message}`, place: at(offset), hint };
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
