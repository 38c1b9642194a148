import { Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { GuessedBinding } from './guess-binding.ts';

/** Marks what nobody has said yet, only concluded. */
const GUESSED = ' guessed';

/** `sdk.yaml` as it is begun. `schema` is where editors find its schema. */
export function beginSdk(name: string, openapi: string, schema: string | undefined): string {
	const head = schema ? `$schema: ${schema}\n` : '';
	return `${head}${new Document({ sdk: name }).toString().trimEnd()} # guessed\n${new Document({ openapi }).toString()}`;
}

/**
 * Adds bindings to the text of an `sdk.yaml`. What the file holds stays as it is, letter by letter; what is guessed bears
 * a comment that says so. Undefined where the file's `bindings` are nothing that can be added to.
 */
export function addBindings(text: string, added: ReadonlyMap<string, GuessedBinding>): string | undefined {
	if (added.size === 0) return text;
	const bindings = parseDocument(text).get('bindings', true);
	if (bindings === undefined || (isScalar(bindings) && bindings.value === null)) {
		const rest = bindings === undefined ? text : text.replace(/^bindings:.*$/m, '');
		return `${rest.trimEnd()}\n\nbindings:\n${print(added, '  ')}`;
	}
	if (!isMap(bindings)) return undefined;
	if (bindings.flow) return bindings.items.length > 0 ? undefined : inPlaceOf(text, bindings, print(added, '  '));
	const [start = 0, end = 0] = bindings.range ?? [];
	const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
	// The last value may end with its line, or before a comment on it.
	const newline = text.indexOf('\n', end);
	const at = text[end - 1] === '\n' ? end : newline < 0 ? text.length : newline + 1;
	const before = text.slice(0, at);
	return `${before}${before.endsWith('\n') ? '' : '\n'}${print(added, indent)}${text.slice(at)}`;
}

function inPlaceOf(text: string, { range }: YAMLMap, lines: string): string {
	const [start = 0, end = 0] = range ?? [];
	return `${text.slice(0, start).trimEnd()}\n${lines}${text.slice(end).replace(/^[^\n]*\n?/, '')}`;
}

function print(added: ReadonlyMap<string, GuessedBinding>, indent: string): string {
	const document = new Document(Object.fromEntries(added));
	for (const id of added.keys()) {
		for (const key of ['path', 'call', 'args', 'options']) {
			const node = document.getIn([id, key], true) as { flow?: boolean; comment?: string } | undefined;
			if (!node) continue;
			node.flow = true;
			if (key === 'path' || key === 'call') node.comment = GUESSED;
		}
	}
	const text = document.toString({ lineWidth: 100, flowCollectionPadding: false });
	return text.replace(/^(?=.)/gm, indent);
}
