import { visibleLength } from './marks.ts';

/** A bracketed list: on one line where it fits, else one item a line. */
export interface Bracket {
	open: string;
	close: string;
	items: Doc[];
	/** Inside the brackets on one line: `{ a: 1 }` has a space, `[1]` none. */
	pad?: '' | ' ';
	/** After the last item when broken: `,` in most languages, nothing where the language forbids it. */
	trailing?: '' | ',';
	/** Break even when it would fit. */
	broken?: boolean;
}

/** A chain of calls: on one line where it fits, else one link a line. */
export interface Chain {
	head: Doc;
	links: Doc[];
}

/** Code whose line breaks are not decided yet: text, a sequence, a bracket or a chain. */
export type Doc = string | Doc[] | Bracket | Chain;

/** How a language's formatter lays out: its line width and one step of indentation. */
export interface LayoutRules {
	width: number;
	indent: string;
	/** A chain shorter than this many links stays on one line however long it is. */
	minLinks?: number;
}

/** The code on one line. */
export function flat(doc: Doc): string {
	if (typeof doc === 'string') return doc;
	if (Array.isArray(doc)) {
		let text = '';
		for (const part of doc) text += flat(part);
		return text;
	}
	if ('head' in doc) return flat(doc.head) + flat(doc.links);
	if (doc.items.length === 0) return doc.open + doc.close;
	const pad = doc.pad ?? '';
	return doc.open + pad + doc.items.map(flat).join(', ') + pad + doc.close;
}

/**
 * The code laid out: what fits within the width stays on one line, what does not is broken from the outside in.
 * `margin` is the indentation that stands before the code; `before` and `after` are columns taken on its first and last line.
 */
export function layOut(doc: Doc, rules: LayoutRules, margin: string, before = 0, after = 0): string {
	if (typeof doc === 'string') return doc;
	const oneLine = mustBreak(doc) ? undefined : flat(doc);
	if (oneLine !== undefined && columns(margin) + before + visibleLength(oneLine) + after <= rules.width) return oneLine;
	if (Array.isArray(doc)) return layOutSequence(doc, rules, margin, before, after);
	if ('head' in doc) {
		if (doc.links.length < (rules.minLinks ?? 2))
			return layOutSequence([doc.head, ...doc.links], rules, margin, before, after);
		const inner = margin + rules.indent;
		const head = layOut(doc.head, rules, margin, before);
		return head + doc.links.map((link) => `\n${inner}${layOut(link, rules, inner)}`).join('');
	}
	if (doc.items.length === 0) return doc.open + doc.close;
	const inner = margin + rules.indent;
	const trailing = doc.trailing ?? ',';
	const lines = doc.items.map((item, index) => {
		const end = index < doc.items.length - 1 ? ',' : trailing;
		return `${inner}${layOut(item, rules, inner, 0, 1)}${end}`;
	});
	return `${doc.open}\n${lines.join('\n')}\n${margin}${doc.close}`;
}

/** Lays out a sequence: the last bracket or chain that can break does, what stands before it stays on its line. */
function layOutSequence(parts: Doc[], rules: LayoutRules, margin: string, before: number, after: number): string {
	const breakable = parts.findLastIndex(canBreak);
	let text = '';
	let column = before;
	parts.forEach((part, index) => {
		const rest = parts.slice(index + 1);
		const tail = index < breakable ? 0 : visibleLength(rest.map(flat).join('')) + after;
		const piece = index === breakable || mustBreak(part) ? layOut(part, rules, margin, column, tail) : flat(part);
		text += piece;
		const newline = piece.lastIndexOf('\n');
		column = newline < 0 ? column + visibleLength(piece) : visibleLength(piece.slice(newline + 1)) - columns(margin);
	});
	return text;
}

function canBreak(doc: Doc): boolean {
	if (typeof doc === 'string') return false;
	if (Array.isArray(doc)) return doc.some(canBreak);
	return 'head' in doc ? doc.links.length > 0 : doc.items.length > 0;
}

function mustBreak(doc: Doc): boolean {
	if (typeof doc === 'string') return false;
	if (Array.isArray(doc)) return doc.some(mustBreak);
	if ('head' in doc) return mustBreak(doc.head) || doc.links.some(mustBreak);
	return (doc.broken === true && doc.items.length > 0) || doc.items.some(mustBreak);
}

/** Columns an indentation takes; a tab counts as four, as most style guides count it. */
function columns(margin: string): number {
	let count = 0;
	for (const character of margin) count += character === '\t' ? 4 : 1;
	return count;
}
