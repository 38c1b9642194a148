import type { Argument } from './call.ts';
import { append, type Part, type Parts } from './parts.ts';
import { scalarText, toJsonText, type Value } from './value.ts';

/** Percent-encodes everything but RFC 3986's unreserved characters. */
export function encodeComponent(text: string): string {
	return encodeURIComponent(text).replace(
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
	const scalar = encodePart(asPart(value, secrets, String));
	const prefix = style === 'label' ? '.' : style === 'matrix' ? `;${encodeComponent(name)}=` : '';
	if (parameter.mediaType) return [encodeComponent(toJsonText(value))];
	if (value.kind === 'list') {
		const items = value.items.map((item) => encodeComponent(scalarText(item)));
		if (style === 'matrix') return [explode ? items.map((item) => prefix + item).join('') : prefix + items.join(',')];
		return [prefix + items.join(style === 'label' && explode ? '.' : ',')];
	}
	if (value.kind === 'map') {
		const pairs = value.entries.map(([key, item]) => [encodeComponent(key), encodeComponent(scalarText(item))]);
		if (!explode) return [prefix + pairs.flat().join(',')];
		const joined = pairs.map((pair) => pair.join('='));
		if (style === 'matrix') return [joined.map((pair) => `;${pair}`).join('')];
		return [prefix + joined.join(style === 'label' ? '.' : ',')];
	}
	return append([], prefix, scalar);
}

/** A query or cookie parameter as pairs of decoded name and value; percent-encoding is the client's. */
export function serializeQuery({ parameter, value }: Argument, secrets: ReadonlySet<string>): [string, Parts][] {
	const { name, style, explode } = parameter;
	if (parameter.mediaType) return [[name, [toJsonText(value)]]];
	if (value.kind === 'list') {
		if (explode && style === 'form') return value.items.map((item) => [name, [scalarText(item)]]);
		const separator = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
		return [[name, [value.items.map(scalarText).join(separator)]]];
	}
	if (value.kind === 'map') {
		if (style === 'deepObject') return deepPairs(name, value);
		if (explode) return value.entries.map(([key, item]) => [key, [scalarText(item)]]);
		return [[name, [value.entries.flatMap(([key, item]) => [key, scalarText(item)]).join(',')]]];
	}
	return [[name, [asPart(value, secrets, String)]]];
}

/** A header parameter's value (style `simple`). */
export function serializeHeader({ parameter, value }: Argument, secrets: ReadonlySet<string>): Parts {
	if (parameter.mediaType) return [toJsonText(value)];
	if (value.kind === 'list') return [value.items.map(scalarText).join(',')];
	if (value.kind === 'map') {
		const pairs = value.entries.map(([key, item]) => [key, scalarText(item)]);
		return [parameter.explode ? pairs.map((pair) => pair.join('=')).join(',') : pairs.flat().join(',')];
	}
	return [asPart(value, secrets, String)];
}

/** A form body's pairs; nested objects and lists take the brackets that form parsers read. */
export function formPairs(value: Value): [string, Parts][] {
	if (value.kind !== 'map') return [];
	return value.entries.flatMap(([name, item]): [string, Parts][] => {
		if (item.kind === 'list') return item.items.map((one): [string, Parts] => [name, [asPart(one, new Set(), String)]]);
		if (item.kind === 'map') return deepPairs(name, item);
		return [[name, [asPart(item, new Set(), String)]]];
	});
}

function deepPairs(name: string, value: Value): [string, Parts][] {
	if (value.kind === 'map') return value.entries.flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item));
	if (value.kind === 'list') return value.items.flatMap((item) => deepPairs(name, item));
	return [[name, [scalarText(value)]]];
}

function asPart(value: Value, secrets: ReadonlySet<string>, encode: (text: string) => string): Part {
	if (value.kind !== 'placeholder') return encode(scalarText(value));
	if (secrets.has(value.name)) return { credential: value.name };
	return { placeholder: value.name, ...(value.value === undefined ? {} : { value: value.value }) };
}
