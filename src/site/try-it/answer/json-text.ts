/** A value inside a JSON text, by its place. */
export interface JsonPart {
	/** The place of its name's first quote, inside an object. */
	key?: number;
	/** Its place in the list or object. */
	index: number;
	/** Where the value begins and ends. */
	start: number;
	end: number;
}

/** What a value is, told by its first character. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'word';

/*
 * These read text that `JSON.parse` has accepted, so that every digit, the order of names and names that stand twice are
 * shown as they came, and nothing of a large body is looked at before somebody unfolds it.
 */

/** The parts of the object or list that begins at `start`, one level deep. */
export function jsonParts(text: string, start: number): JsonPart[] {
	const isObject = text[start] === '{';
	const parts: JsonPart[] = [];
	for (let at = skipSpace(text, start + 1); text[at] !== '}' && text[at] !== ']'; ) {
		const key = at;
		if (isObject) at = skipSpace(text, skipSpace(text, stringEnd(text, at)) + 1);
		const end = valueEnd(text, at);
		parts.push({ ...(isObject ? { key } : {}), index: parts.length, start: at, end });
		at = skipSpace(text, end);
		if (text[at] === ',') at = skipSpace(text, at + 1);
	}
	return parts;
}

/** Where the value that begins at `start` ends. */
export function valueEnd(text: string, start: number): number {
	const first = text[start];
	if (first === '"') return stringEnd(text, start);
	if (first !== '{' && first !== '[') {
		let at = start;
		while (at < text.length && !',]} \n\r\t'.includes(text.charAt(at))) at++;
		return at;
	}
	let depth = 0;
	for (let at = start; ; at++) {
		const sign = text[at];
		if (sign === '"') at = stringEnd(text, at) - 1;
		else if (sign === '{' || sign === '[') depth++;
		else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1;
	}
}

/** What the value at `start` is; `word` is true, false or null. */
export function jsonKind(text: string, start: number): JsonKind {
	const first = text.charAt(start);
	if (first === '{') return 'object';
	if (first === '[') return 'array';
	if (first === '"') return 'string';
	return /[-\d]/.test(first) ? 'number' : 'word';
}

/** The text of the string at `start`, its escapes resolved. */
export function stringAt(text: string, start: number): string {
	return JSON.parse(text.slice(start, stringEnd(text, start))) as string;
}

/** The places of names and of values other than lists and objects that hold what is looked for, in any case of letters. */
export function findInJson(text: string, sought: string, most: number): number[] {
	const wanted = sought.toLowerCase();
	const found: number[] = [];
	if (wanted === '') return found;
	for (let at = 0; at < text.length && found.length < most; ) {
		if ('{}[]:, \n\r\t'.includes(text.charAt(at))) {
			at++;
			continue;
		}
		const end = valueEnd(text, at);
		const raw = text.slice(at, end);
		const shown = raw.includes('\\') ? (JSON.parse(raw) as string) : raw;
		if (shown.toLowerCase().includes(wanted)) found.push(at);
		at = end;
	}
	return found;
}

/** The place of the first character from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
	let next = at;
	while (' \n\r\t'.includes(text.charAt(next)) && next < text.length) next++;
	return next;
}

function stringEnd(text: string, start: number): number {
	for (let at = start + 1; ; at++) {
		at = text.indexOf('"', at);
		let slashes = 0;
		while (text[at - 1 - slashes] === '\\') slashes++;
		if (slashes % 2 === 0) return at + 1;
	}
}
