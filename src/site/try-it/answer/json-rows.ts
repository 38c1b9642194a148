import { type JsonKind, type JsonPart, jsonKind, jsonParts, stringAt, valueEnd } from './json-text.ts';
import { pathStep } from './path-step.ts';

/** A line of the tree. Long lists are divided into ranges, so that no line holds more than `GROUP` others. */
export interface JsonRow {
	id: string;
	kind: JsonKind | 'range';
	/** The place of the name's first quote; the value's index in a list; absent on the whole. */
	key?: number;
	index?: number;
	start: number;
	end: number;
	/** How many values it holds; 0 where it holds none. */
	count: number;
	isOpen: boolean;
	level: number;
	/** Its place among its siblings, from 1, and their number. */
	position: number;
	siblings: number;
	parent?: JsonRow;
}

const GROUP = 100;
/** How many lines are unfolded at first. */
const AT_FIRST = 60;

/** The lines of a JSON text, folded and unfolded. */
export interface JsonRows {
	/** The lines to show where those of `open` are unfolded. */
	visible(open: ReadonlySet<string>): JsonRow[];
	/** What is unfolded at first: level by level as long as it is easily overseen. */
	initiallyOpen(): Set<string>;
	/** The lines from the whole down to the one that shows the place. */
	towards(place: number): JsonRow[];
}

/** Reads lines out of a text that `JSON.parse` has accepted, each only when it is asked for. */
export function jsonRows(text: string, start: number): JsonRows {
	const known = new Map<number, JsonPart[]>();
	const partsOf = (at: number) => {
		const parts = known.get(at) ?? jsonParts(text, at);
		known.set(at, parts);
		return parts;
	};
	const whole = rowOf({ start, end: valueEnd(text, start) });

	function rowOf(
		{ start: at, end, key, index }: Omit<JsonPart, 'index'> & { index?: number },
		parent?: JsonRow,
	): JsonRow {
		const kind = jsonKind(text, at);
		const count = kind === 'object' || kind === 'array' ? partsOf(at).length : 0;
		const row = { id: String(at), kind, start: at, end, count, isOpen: false, level: (parent?.level ?? 0) + 1 };
		return { ...row, key, index, position: 1, siblings: 1, parent };
	}

	function children(row: JsonRow): JsonRow[] {
		if (row.count === 0) return [];
		const owner = row.kind === 'range' ? holder(row) : row;
		const first = row.kind === 'range' ? (row.index ?? 0) : 0;
		const parts = partsOf(owner.start).slice(first, first + row.count);
		let size = 1;
		while (parts.length / size > GROUP) size *= GROUP;
		const rows = size === 1 ? parts.map((part) => rowOf(part, row)) : rangesOf(parts, size, row);
		return rows.map((child, at) => ({ ...child, position: at + 1, siblings: rows.length }));
	}

	function rangesOf(parts: JsonPart[], size: number, parent: JsonRow): JsonRow[] {
		const rows: JsonRow[] = [];
		for (let at = 0; at < parts.length; at += size) {
			const group = parts.slice(at, at + size);
			const [first, last] = [group[0], group.at(-1)];
			if (!first || !last) break;
			const row = rowOf({ start: first.key ?? first.start, end: last.end, index: first.index }, parent);
			rows.push({ ...row, kind: 'range', id: `${row.id}-${size}`, count: group.length });
		}
		return rows;
	}

	function visible(open: ReadonlySet<string>): JsonRow[] {
		const shown: JsonRow[] = [];
		const add = (row: JsonRow) => {
			row.isOpen = row.count > 0 && open.has(row.id);
			shown.push(row);
			if (row.isOpen) children(row).forEach(add);
		};
		add({ ...whole });
		return shown;
	}

	function initiallyOpen(): Set<string> {
		const open = new Set([whole.id]);
		let [lines, level] = [1, children(whole)];
		while (level.length > 0) {
			lines += level.length;
			const inside = level.filter(({ kind }) => kind !== 'range');
			const next = inside.flatMap((row) => (row.count <= GROUP ? children(row) : []));
			if (lines + next.length > AT_FIRST) break;
			for (const row of inside) if (row.count <= GROUP) open.add(row.id);
			level = next;
		}
		return open;
	}

	function towards(place: number): JsonRow[] {
		const path = [whole];
		for (let row: JsonRow | undefined = whole; row; ) {
			const within: JsonRow | undefined = children(row).find(
				({ start: from, end, key }) => (key ?? from) <= place && place < end,
			);
			if (within) path.push(within);
			row = within;
		}
		return path;
	}
	return { visible, initiallyOpen, towards };
}

/** The object or list that a range belongs to. */
function holder(row: JsonRow): JsonRow {
	return row.kind === 'range' && row.parent ? holder(row.parent) : row;
}

/** A line's place as JSONPath writes it (RFC 9535), e.g. `$.objects[0]["odd name"]`. */
export function jsonPath(text: string, row: JsonRow): string {
	if (!row.parent) return '$';
	const above = jsonPath(text, holder(row.parent));
	if (row.kind === 'range') return above;
	return above + pathStep(row.key === undefined ? (row.index ?? 0) : stringAt(text, row.key));
}
