import type { Argument } from './call.ts';
import { append, type Part, type Parts } from './parts.ts';
import { scalarText, toJsonText, type Value } from './value.ts';

/** Percent-encodes everything but RFC 3986's unreserved characters. */
export function encodeComponent(text: string): string {
	return encodeURIComponent(text.toWellFormed()).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** A text in pieces as it stands in a URL: fixed text percent-encoded, placeholders marked as to be. */
export function encodeParts(parts: Parts): Parts {
	return parts.map(encodePart);
}

function encodePart(part: Part): Part {
	if (typeof part === 'string') return encodeComponent(part);
	return 'placeholder' in part ? { ...part, encoded: true } : part;
}

/** A path parameter as its style writes it (`simple`, `label`, `matrix`), percent-encoded. */
export function serializePath({ parameter, value }: Argument, secrets: ReadonlySet<string>): Parts {
	const { name, style, explode } = parameter;
	const prefix = style === 'label' ? '.' : style === 'matrix' ? `;${encodeComponent(name)}=` : '';
	if (parameter.mediaType) return [encodeComponent(toJsonText(value))];
	const part = (item: Value) => encodePart(asPart(item, secrets));
	if (value.kind === 'list') {
		const again = style === 'matrix' ? prefix : style === 'label' ? '.' : ',';
		return append([], prefix, ...joined(value.items.map(part), explode ? again : ','));
	}
	if (value.kind === 'map') {
		const sign = explode ? '=' : ',';
		const pairs = value.entries.map(([key, item]): Parts => [`${encodeComponent(key)}${sign}`, part(item)]);
		if (!explode) return append([], prefix, ...joined(pairs, ','));
		if (style === 'matrix') return append([], ...pairs.flatMap((pair): Parts => [';', ...pair]));
		return append([], prefix, ...joined(pairs, style === 'label' ? '.' : ','));
	}
	// RFC 6570 leaves the sign out where nothing follows it: `;color`.
	const empty = style === 'matrix' && value.kind === 'string' && value.text === '';
	return empty ? [`;${encodeComponent(name)}`] : append([], prefix, part(value));
}

/** A query or cookie parameter as pairs of decoded name and value; percent-encoding is the client's. */
export function serializeQuery({ parameter, value }: Argument, secrets: ReadonlySet<string>): [string, Parts][] {
	if (parameter.mediaType) return [[parameter.name, [toJsonText(value)]]];
	return styledPairs(parameter, value, secrets);
}

/** A value as pairs of decoded name and value, as the styles of queries and forms write it. */
export function styledPairs(
	{ name, style, explode }: { name: string; style: string; explode: boolean },
	value: Value,
	secrets: ReadonlySet<string> = new Set(),
): [string, Parts][] {
	const part = (item: Value) => asPart(item, secrets);
	if (value.kind === 'list') {
		if (explode && style === 'form') return value.items.map((item) => [name, [part(item)]]);
		const separator = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
		return [[name, joined(value.items.map(part), separator)]];
	}
	if (value.kind === 'map') {
		if (style === 'deepObject') return deepPairs(name, value);
		if (explode) return value.entries.map(([key, item]) => [key, [part(item)]]);
		return [
			[
				name,
				joined(
					value.entries.map(([key, item]): Parts => [`${key},`, part(item)]),
					',',
				),
			],
		];
	}
	return [[name, [part(value)]]];
}

/** A header parameter's value (style `simple`). */
export function serializeHeader({ parameter, value }: Argument, secrets: ReadonlySet<string>): Parts {
	if (parameter.mediaType) return [toJsonText(value)];
	const part = (item: Value) => asPart(item, secrets);
	if (value.kind === 'list') return joined(value.items.map(part), ',');
	if (value.kind === 'map') {
		const sign = parameter.explode ? '=' : ',';
		return joined(
			value.entries.map(([key, item]): Parts => [`${key}${sign}`, part(item)]),
			',',
		);
	}
	return [part(value)];
}

/** Pairs of a value that nests, in the brackets that form parsers read: `address[city]`. A list repeats its name. */
export function deepPairs(name: string, value: Value): [string, Parts][] {
	if (value.kind === 'map') return value.entries.flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item));
	if (value.kind === 'list') return value.items.flatMap((item) => deepPairs(name, item));
	return [[name, [asPart(value)]]];
}

/** Pieces with a separator between them, as one text in pieces; an empty one where there are none. */
function joined(pieces: readonly (Part | Parts)[], separator: string): Parts {
	const parts = pieces.flatMap((piece, index): Parts => [index > 0 ? separator : '', ...[piece].flat()]);
	const text = append([], ...parts);
	return text.length > 0 ? text : [''];
}

/** A value as it stands in a text: fixed, as the credential of its name, or as a placeholder. */
export function asPart(value: Value, secrets: ReadonlySet<string> = new Set()): Part {
	if (value.kind !== 'placeholder') return scalarText(value);
	if (secrets.has(value.name)) return { credential: value.name };
	return { placeholder: value.name, ...(value.value === undefined ? {} : { value: value.value }) };
}
