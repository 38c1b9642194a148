import { asObject, asText, type Document, isObject, type Json } from './document.ts';
import { append, type Part, type Parts } from './parts.ts';
import { flattenSchema } from './sample-schema.ts';
import { scalarText, type Value } from './value.ts';

/** Where a value stands in a document: as an element, in its parent's tag, or in its parent's text. */
type NodeType = 'element' | 'attribute' | 'text' | 'cdata' | 'none';

/** A value with what its schema says of it. */
interface Node {
	document: Document;
	schema: Json;
	value: Value;
	/** What the element is called where the schema gives it no name. */
	name: string;
}

/** A value as an XML document, in pieces, by the `xml` keywords of its schema; the root is named as its component. */
export function xmlParts(document: Document, schema: unknown, value: Value): Parts {
	const reference = isObject(schema) && typeof schema.$ref === 'string' ? schema.$ref : '';
	const name = /#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1] ?? 'root';
	const root: Node = { document, schema: flattenSchema(document, schema), value, name };
	const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
	return append([declaration], ...element(root, value.kind === 'list' ? items(root) : undefined));
}

/** An element with its attributes and everything in it; `inside` where that is known already. */
function element(node: Node, inside: Parts = content(node)): Parts {
	const tag = qualifiedName(node);
	const opening = append([`<${tag}`], ...declarations(node), ...attributes(node));
	return inside.length === 0 ? append(opening, '/>') : append(opening, '>', ...inside, `</${tag}>`);
}

function content(node: Node): Parts {
	if (node.value.kind === 'map') return members(node).flatMap((member) => child(member));
	if (node.value.kind === 'list') return items(node);
	return node.value.kind === 'null' ? [] : [escaped(node.value)];
}

function child(node: Node): Parts {
	switch (nodeType(node)) {
		case 'attribute':
			return [];
		case 'text':
		case 'none':
			return content(node);
		case 'cdata':
			return [`<![CDATA[${scalarText(node.value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`];
		case 'element':
			return node.value.kind === 'list' ? element(node, items(node)) : element(node);
	}
}

/** The elements of a list; without a name of their own they are called as the list. */
function items(node: Node): Parts {
	const { document, value } = node;
	const own = flattenSchema(document, node.schema.items ?? {});
	const wrapped = nodeType(node) === 'element';
	const name = wrapped ? (asText(asObject(node.schema.xml).name) ?? node.name) : node.name;
	const all = value.kind === 'list' ? value.items : [];
	return append([], ...all.flatMap((item) => child({ document, schema: own, value: item, name })));
}

function members({ document, schema, value }: Node): Node[] {
	const properties = asObject(schema.properties);
	const entries = value.kind === 'map' ? value.entries : [];
	return entries.map(([name, item]) => {
		const own = Object.hasOwn(properties, name) ? properties[name] : {};
		return { document, schema: flattenSchema(document, own), value: item, name };
	});
}

function nodeType({ schema, value }: Node): NodeType {
	const xml = asObject(schema.xml);
	const stated = asText(xml.nodeType);
	if (stated) return stated as NodeType;
	if (xml.attribute === true) return 'attribute';
	return value.kind === 'list' && xml.wrapped !== true ? 'none' : 'element';
}

function attributes(node: Node): Parts {
	return members(node)
		.filter((member) => nodeType(member) === 'attribute')
		.flatMap((member): Parts => [` ${qualifiedName(member)}="`, escaped(member.value), '"']);
}

function declarations({ schema }: Node): Parts {
	const { namespace, prefix } = asObject(schema.xml);
	if (typeof namespace !== 'string') return [];
	const name = typeof prefix === 'string' ? `xmlns:${xmlName(prefix)}` : 'xmlns';
	return [` ${name}="${escapeXml(namespace)}"`];
}

function qualifiedName({ schema, name }: Node): string {
	const xml = asObject(schema.xml);
	const local = xmlName(asText(xml.name) ?? name);
	return typeof xml.prefix === 'string' ? `${xmlName(xml.prefix)}:${local}` : local;
}

/** What no name of XML can hold becomes `_`. */
function xmlName(name: string): string {
	const legal = name.replace(/[^\p{L}\p{N}_.-]/gu, '_');
	return /^[\p{L}_]/u.test(legal) ? legal : `_${legal}`;
}

function escaped(value: Value): Part {
	if (value.kind !== 'placeholder') return escapeXml(scalarText(value));
	return { placeholder: value.name, ...(value.value === undefined ? {} : { value: value.value }), xml: true };
}

/** What XML 1.0 has no way to say, not even by a number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSAYABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Text as it stands in an element or between the quotes of an attribute; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
	const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
	return text.replace(/[&<>"\r]/g, (sign) => named[sign] ?? sign).replace(UNSAYABLE, '\ufffd');
}
