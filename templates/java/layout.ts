import { type Bracket, type Doc, flat } from '../../src/core/layout.ts';
import { visibleLength } from '../../src/core/marks.ts';

const WIDTH = 100;
const CONTINUED = 4;

/** A statement as google-java-format breaks it: after `=` first, then what is outermost. `margin` counts columns. */
export function statement(declaration: string, value: Doc, margin: number): string {
	const oneLine = declaration ? `${declaration} = ${flat(value)};` : `${flat(value)};`;
	if (margin + visibleLength(oneLine) <= WIDTH || (!declaration && typeof value === 'string')) return oneLine;
	if (!declaration) return `${layOut(value, margin, 0, 1)};`;
	const inner = margin + CONTINUED;
	return `${declaration} =${line(inner)}${layOut(value, inner, 0, 1)};`;
}

/** Code laid out; `before` and `after` are columns taken on its first and last line. */
function layOut(doc: Doc, margin: number, before: number, after: number): string {
	const oneLine = flat(doc);
	if (typeof doc === 'string' || margin + before + visibleLength(oneLine) + after <= WIDTH) return oneLine;
	if (Array.isArray(doc)) {
		const call = asCall(doc);
		return call ? layOut(call, margin, before, after) : layOutSequence(doc, margin, before, after);
	}
	if ('items' in doc) return layOutBracket(doc, margin, after);
	const { head, links } = splitHead(flat(doc.head), doc.links);
	const inner = margin + CONTINUED;
	const last = links.length - 1;
	const lines = links.map((link, index) => line(inner) + layOut(trimmed(link), inner, 0, index === last ? after : 0));
	return layOut(head, margin, before, 0) + lines.join('');
}

/** Arguments go on the next line together where they fit there, else one a line; the items of an array always do. */
function layOutBracket({ open, close, items }: Bracket, margin: number, after: number): string {
	if (items.length === 0) return open + close;
	if (open.endsWith('{')) {
		const inner = margin + 2;
		const lines = items.map((item, at) => line(inner) + layOut(item, inner, 0, at < items.length - 1 ? 1 : 0));
		return `${open}${lines.join(',')}${line(margin)}${close}`;
	}
	const inner = margin + CONTINUED;
	const together = items.map(flat).join(', ');
	const end = close.length + after;
	if (inner + visibleLength(together) + end <= WIDTH) return `${open}${line(inner)}${together}${close}`;
	const lines = items.map((item, at) => line(inner) + layOut(item, inner, 0, at < items.length - 1 ? 1 : end));
	return `${open}${lines.join(',')}${close}`;
}

/** Lays out a sequence: only the last part breaks. */
function layOutSequence(parts: Doc[], margin: number, before: number, after: number): string {
	const start = parts.slice(0, -1).map(flat).join('');
	return start + layOut(parts.at(-1) ?? '', margin, before + visibleLength(start), after);
}

/** `.name(`, an argument and `)` are a call with one argument. */
function asCall([open, argument, close, ...more]: Doc[]): Bracket | undefined {
	if (typeof open !== 'string' || !open.endsWith('(') || close !== ')' || more.length > 0) return undefined;
	return argument === undefined ? undefined : { open, close, items: [argument] };
}

/** A class stays with the first call on it; the members of an object stand on lines of their own. */
function splitHead(head: string, links: Doc[]): { head: Doc; links: Doc[] } {
	const [first = '', ...rest] = links;
	if (/^[A-Z]\w*(\.[A-Z]\w*)*$/.test(head)) return { head: [head, first], links: rest };
	if (!/^\w+(\.\w+)+$/.test(head)) return { head, links };
	const [object = '', ...members] = head.split('.');
	return { head: object, links: [...members.map((member) => `.${member}`), ...links] };
}

function trimmed(link: Doc): Doc {
	return typeof link === 'string' ? link.trimStart() : link;
}

function line(margin: number): string {
	return `\n${' '.repeat(margin)}`;
}
