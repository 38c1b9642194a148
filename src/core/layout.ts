import { visibleLength } from './marks.ts';

/** A bracketed list: on one line where it fits, else one item a line. */
export interface Bracket {
	open: string;
	/** Empty where nothing closes it: a value that stands below its name when both do not fit on one line. */
	close: string;
	items: Doc[];
	/** Inside the brackets on one line: `{ a: 1 }` has a space, `[1]` none. */
	pad?: '' | ' ';
	/** After the last item when broken: `,` in most languages, nothing where the language forbids it. */
	trailing?: '' | ',';
	/** Break even when it would fit. */
	broken?: boolean;
	/**
	 * For items that are `[name, value]`, once one stands on each line: the names with what makes their values line up.
	 * Is given the names, `undefined` for an item that takes several lines.
	 */
	align?(names: (string | undefined)[]): (string | undefined)[];
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
	if (Array.isArray(doc)) return flatList(doc, '');
	if ('head' in doc) return flat(doc.head) + flatList(doc.links, '');
	if (doc.items.length === 0) return doc.open + doc.close;
	const pad = doc.pad ?? '';
	return doc.open + pad + flatList(doc.items, ', ') + (doc.close && pad + doc.close);
}

function flatList(docs: Doc[], separator: string): string {
	let text = '';
	let before = '';
	for (const doc of docs) {
		text += before + flat(doc);
		before = separator;
	}
	return text;
}

/** The columns of `room` that the code leaves on one line; negative where it does not fit or has to be broken. */
function roomAfter(doc: Doc, room: number): number {
	if (typeof doc === 'string') return room - visibleLength(doc);
	if (Array.isArray(doc)) return roomAfterList(doc, room);
	if ('head' in doc) return roomAfterList(doc.links, roomAfter(doc.head, room));
	const { open, close, items, pad = '', broken } = doc;
	const left = room - visibleLength(open) - visibleLength(close);
	if (items.length === 0) return left;
	if (broken) return Number.NEGATIVE_INFINITY;
	const pads = close ? 2 * pad.length : pad.length;
	return roomAfterList(items, left - pads - 2 * (items.length - 1));
}

function roomAfterList(docs: Doc[], room: number): number {
	let left = room;
	for (const doc of docs) {
		if (left < 0) return left;
		left = roomAfter(doc, left);
	}
	return left;
}

/**
 * The code laid out: what fits within the width stays on one line, what does not is broken from the outside in.
 * `margin` is the indentation that stands before the code; `before` and `after` are columns taken on its first and last line.
 */
export function layOut(doc: Doc, rules: LayoutRules, margin: string, before = 0, after = 0): string {
	if (typeof doc === 'string') return doc;
	if (roomAfter(doc, rules.width - columns(margin) - before - after) >= 0) return flat(doc);
	if (Array.isArray(doc)) return layOutSequence(doc, rules, margin, before, after);
	if ('head' in doc) {
		if (doc.links.length < (rules.minLinks ?? 2))
			return layOutSequence([doc.head, ...doc.links], rules, margin, before, after);
		const inner = margin + rules.indent;
		const head = layOut(doc.head, rules, margin, before);
		const last = doc.links.length - 1;
		return (
			head +
			doc.links.map((link, index) => `\n${inner}${layOut(link, rules, inner, 0, index === last ? after : 0)}`).join('')
		);
	}
	return layOutBracket(doc, rules, margin);
}

/** Lays out a bracket one item a line. */
function layOutBracket(doc: Bracket, rules: LayoutRules, margin: string): string {
	if (doc.items.length === 0) return doc.open + doc.close;
	const inner = margin + rules.indent;
	const ends = doc.items.map((_, index) => (index < doc.items.length - 1 ? ',' : (doc.trailing ?? ',')));
	const items = doc.items.map((item, index) => layOut(item, rules, inner, 0, ends[index]?.length));
	const lines = (doc.align ? alignValues(doc.items, items, doc.align) : items).map(
		(item, index) => `${inner}${item}${ends[index]}`,
	);
	return `${doc.open}\n${lines.join('\n')}${doc.close && `\n${margin}${doc.close}`}`;
}

function alignValues(docs: Doc[], items: string[], align: NonNullable<Bracket['align']>): string[] {
	const names = docs.map((doc, index) => {
		const name = Array.isArray(doc) ? doc[0] : undefined;
		return typeof name === 'string' && !items[index]?.includes('\n') ? name : undefined;
	});
	const aligned = align(names);
	return items.map((item, index) => {
		const name = names[index];
		return name === undefined ? item : (aligned[index] ?? name) + item.slice(name.length);
	});
}

/** Lays out a sequence: the last bracket or chain that can break does, what stands before it stays on its line. */
function layOutSequence(parts: Doc[], rules: LayoutRules, margin: string, before: number, after: number): string {
	const breakable = parts.findLastIndex(canBreak);
	let text = '';
	let column = before;
	parts.forEach((part, index) => {
		const breaks = index === breakable || mustBreak(part);
		const tail = breaks && index >= breakable ? visibleLength(flat(parts.slice(index + 1))) + after : 0;
		const piece = breaks ? layOut(part, rules, margin, column, tail) : flat(part);
		text += piece;
		const newline = piece.lastIndexOf('\n');
		column = newline < 0 ? column + visibleLength(piece) : lineColumns(piece.slice(newline + 1)) - columns(margin);
	});
	return text;
}

/** Columns a whole line takes, with its indentation. */
function lineColumns(line: string): number {
	const indentation = /^[\t ]*/.exec(line)?.[0] ?? '';
	return columns(indentation) + visibleLength(line.slice(indentation.length));
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
