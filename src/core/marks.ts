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
	if (!isMarked(text)) return text.length;
	return text.split(MARK).reduce((length, piece, index) => (index % 2 === 0 ? length + piece.length : length), 0);
}

/** Text from a document, safe to stand in a template: without marks, line breaks, control characters or noncharacters. */
export function plainText(text: string): string {
	if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
	return text
		.replace(/[\uFDD0-\uFDEF]/g, '')
		.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
		.trim();
}

/** Strips the marks and tells what they said. */
export function readMarks(text: string): { code: string; spans: Span[] } {
	const spans: Span[] = [];
	let code = '';
	const pieces = text.split(MARK);
	// Text, then for each placeholder: what opens it, its text, nothing, and the text behind it.
	for (const [index, piece] of pieces.entries()) {
		if (index % 2 === 0) code += piece;
		else if (piece !== '') spans.push(readSpan(piece, code.length, code.length + (pieces[index + 1] ?? '').length));
	}
	return { code, spans };
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
