import { asObject, type Document, isObject, type Json } from '../core/document.ts';
import { SourceNumber } from '../core/source-number.ts';
import { KNOWN_FORMATS } from './known-formats.ts';

/** Copies schemas out of a document into one that stands alone, each referenced schema once. */
export interface SchemaCopy {
	/** The copy of a schema; its references lead into `components`. */
	copy(schema: unknown): unknown;
	/** What the copies refer to: `components.schemas` of the new document. */
	components: Json;
}

/**
 * Makes a copier for one document. Copies lack what would make a validator give up the whole schema: formats it does not
 * know, patterns that are no regular expression, `nullable` without a type, references that lead nowhere.
 * Numbers are plain ones, for a validator, or keep their source text, for what is printed again.
 */
export function createSchemaCopy(document: Document, numbers: 'plain' | 'source'): SchemaCopy {
	const components: Json = {};
	const names = new Map<string, string>();

	function refer(reference: string): string | undefined {
		const known = names.get(reference);
		if (known) return known;
		const target = resolveIfPossible(document, reference);
		if (!target) return undefined;
		const name = `schema${names.size}`;
		names.set(reference, name);
		components[name] = copy(target);
		return name;
	}

	function copy(node: unknown): unknown {
		if (node instanceof SourceNumber) return numbers === 'plain' ? Number(node) : node;
		if (Array.isArray(node)) return node.map(copy);
		if (!isObject(node)) return node;
		const copied: Json = {};
		for (const [name, value] of Object.entries(node)) {
			if (name === '$ref' && typeof value === 'string') {
				const target = refer(value);
				if (target) copied.$ref = `#/components/schemas/${target}`;
			} else if (!isUnusable(name, value, node)) {
				Object.defineProperty(copied, name, {
					value: copy(value),
					enumerable: true,
					writable: true,
					configurable: true,
				});
			}
		}
		return copied;
	}
	return { copy, components };
}

function resolveIfPossible(document: Document, reference: string): Json | undefined {
	try {
		return asObject(document.resolve({ $ref: reference }));
	} catch {
		// A dangling reference is the lint's to report; here the schema then allows anything.
		return undefined;
	}
}

function isUnusable(keyword: string, value: unknown, schema: Json): boolean {
	switch (keyword) {
		case 'nullable':
			return typeof value === 'boolean' && schema.type === undefined;
		case 'format':
			return typeof value === 'string' && !KNOWN_FORMATS.has(value);
		case 'pattern':
			return typeof value === 'string' && !isPattern(value);
		default:
			return false;
	}
}

function isPattern(text: string): boolean {
	try {
		new RegExp(text, 'u');
		return true;
	} catch {
		return false;
	}
}
