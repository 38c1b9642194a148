import { isAlias, isMap, isScalar, isSeq, type Pair, type Document as YamlDocument, type Node as YamlNode } from 'yaml';
import { numberFromSource } from '../core/source-number.ts';

/** How many nodes the aliases of a file may stand for, so that a few lines cannot fill the memory. */
const MAX_REPEATED = 100_000;

/** Something in a YAML file that no data can be made of, at an offset of its text. */
export class YamlFault extends Error {
	readonly code: 'malformed-yaml' | 'too-many-aliases';
	readonly offset: number;
	constructor(code: YamlFault['code'], message: string, offset: number) {
		super(message);
		this.name = 'YamlFault';
		this.code = code;
		this.offset = offset;
	}
}

/** What a walk through the nodes carries along. */
interface Walk {
	document: YamlDocument;
	/** Nodes that were made for aliases so far. */
	repeated: { count: number };
	/** The nodes whose aliases are being followed. */
	open: readonly unknown[];
}

/** The data of a YAML document; numbers that JavaScript would change keep their text. Throws a `YamlFault`. */
export function yamlData(document: YamlDocument): unknown {
	return toData(document.contents, { document, repeated: { count: 0 }, open: [] });
}

function toData(node: unknown, walk: Walk): unknown {
	const { document, repeated, open } = walk;
	if (open.length > 0 && ++repeated.count > MAX_REPEATED)
		throw new YamlFault(
			'too-many-aliases',
			`its aliases stand for more than ${MAX_REPEATED} values.`,
			offsetOf(open[0]),
		);
	if (isAlias(node)) {
		const target = node.resolve(document);
		if (open.includes(target) || open.length > 100)
			throw new YamlFault('too-many-aliases', 'an alias leads back to what it stands in.', offsetOf(node));
		return toData(target, { ...walk, open: [...open, target] });
	}
	if (isMap(node)) return toObject(node.items as Pair[], walk);
	if (isSeq(node)) return node.items.map((item) => toData(item, walk));
	if (!isScalar(node)) return null;
	if (typeof node.value === 'number' && node.source !== undefined && /^[-+]?[\d.]/.test(node.source)) {
		return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(node.source) ? numberFromSource(node.source) : node.value;
	}
	return node.value;
}

function toObject(pairs: readonly Pair[], walk: Walk): Record<string, unknown> {
	const data: Record<string, unknown> = {};
	const set = (name: string, value: unknown) =>
		Object.defineProperty(data, name, { value, enumerable: true, writable: true, configurable: true });
	const merged: unknown[] = [];
	for (const { key, value } of pairs) {
		const name = isScalar(key) ? String(key.source ?? key.value) : String(key);
		if (name === '<<' && isScalar(key) && key.type === 'PLAIN') {
			merged.push(toData(value, walk));
			continue;
		}
		if (Object.hasOwn(data, name))
			throw new YamlFault('malformed-yaml', `the key "${name}" comes twice.`, offsetOf(key));
		set(name, toData(value, walk));
	}
	for (const other of merged.flat()) {
		if (typeof other !== 'object' || other === null) continue;
		for (const [name, value] of Object.entries(other)) if (!Object.hasOwn(data, name)) set(name, value);
	}
	return data;
}

function offsetOf(node: unknown): number {
	return (node as YamlNode | undefined)?.range?.[0] ?? 0;
}
