/**
 * Marks inside printed code, stripped when it is rendered: they carry where a placeholder stands. A mark is this character
 * twice with its form and name between them, then the text of the placeholder, then this character twice.
 * No literal printer lets a control character through, and one of Latin-1 keeps the text at a byte a character.
 */
const MARK = '\u0001';

/**
 * How a value is written where a placeholder stands: as a whole literal, or inside a string literal: percent-encoded
 * (`url`), escaped (`inside`), or as a literal takes it in which nothing else had to be escaped (`plain`). In a string of
 * JSON it has JSON's escapes, and the literal's for their backslashes (`json`) unless that has none (`raw-json`); in XML
 * those of XML, likewise.
 */
export type SpanForm = 'literal' | 'url' | 'inside' | 'plain' | 'json' | 'raw-json' | 'xml' | 'raw-xml';

/** Where the text of a placeholder stands in a sample, in UTF-16 units. */
export interface Span {
	name: string;
	form: SpanForm;
	start: number;
	end: number;
}

/** A part of a sample that a page can fold or stress: whole lines, in UTF-16 units. */
export interface Region {
	name: 'setup' | 'call' | 'handling';
	start: number;
	end: number;
}

/** The text, marked as the place of a placeholder. */
export function markPlaceholder(name: string, form: SpanForm, text: string): string {
	// What follows may still be quoted, escaped or indented, which must not reach the name.
	const kept = name.replace(/[^\w.-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	return `${MARK}${form}:${kept}${MARK}${text}${MARK}${MARK}`;
}

/** Marks text as standing in a literal in which nothing else had to be escaped. */
export function markPlain(text: string): string {
	if (!isMarked(text)) return text;
	return text
		.replaceAll(`${MARK}inside:`, `${MARK}plain:`)
		.replaceAll(`${MARK}json:`, `${MARK}raw-json:`)
		.replaceAll(`${MARK}xml:`, `${MARK}raw-xml:`);
}

/** Whether a placeholder stands in the text. */
export function isMarked(text: string): boolean {
	return text.includes(MARK);
}

/** How wide the text is once its marks are gone. */
export function visibleLength(text: string): number {
	let length = text.length;
	for (let mark = findMark(text, 0); mark; mark = findMark(text, mark.end))
		length -= mark.end - mark.start - mark.text.length;
	return length;
}

/** Text from a document, safe to stand in a template: without marks, line breaks, control characters or noncharacters. */
export function plainText(text: string): string {
	if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
	return text
		.replace(/[\uFDD0-\uFDEF]/g, '')
		.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
		.trim();
}

/** Strips the marks and tells what they said; `offset` is where the text begins. */
export function readMarks(text: string, offset = 0): { code: string; spans: Span[] } {
	const spans: Span[] = [];
	let code = '';
	let done = 0;
	for (let mark = findMark(text, 0); mark; mark = findMark(text, done)) {
		code += text.slice(done, mark.start);
		const start = offset + code.length;
		code += mark.text;
		spans.push(readSpan(mark.said, start, offset + code.length));
		done = mark.end;
	}
	return { code: code + text.slice(done), spans };
}

/** The next mark from a place on: where it stands, its form and name, and the text of the placeholder. */
function findMark(text: string, from: number): { start: number; end: number; said: string; text: string } | undefined {
	const start = text.indexOf(MARK, from);
	if (start < 0) return undefined;
	const said = text.indexOf(MARK, start + 1);
	const end = said < 0 ? -1 : text.indexOf(MARK, said + 1);
	if (end < 0) return undefined;
	return { start, end: end + 2, said: text.slice(start + 1, said), text: text.slice(said + 1, end) };
}

function readSpan(mark: string, start: number, end: number): Span {
	const colon = mark.indexOf(':');
	const name = mark.slice(colon + 1);
	return {
		name: name.includes('~') ? name.replace(/~([\da-f]{4})/g, unitOf) : name,
		form: mark.slice(0, colon) as SpanForm,
		start,
		end,
	};
}

function unitOf(_whole: string, code: string): string {
	return String.fromCharCode(Number.parseInt(code, 16));
}
