/**
 * Marks inside rendered text, stripped before anybody sees it: they carry where a placeholder or a region stands.
 * They are Unicode noncharacters (U+FDD0 to U+FDEF), which no literal printer lets through.
 */
const OPEN = '\uFDD0';
const NAME_END = '\uFDD1';
const CLOSE = '\uFDD2';
const REGION_OPEN = '\uFDD3';
const REGION_CLOSE = '\uFDD4';
const ANY = /[\uFDD0-\uFDD4]/;

/**
 * How a value is written where a placeholder stands: as a whole literal, or inside a string literal: percent-encoded
 * (`url`), escaped (`inside`), or as a literal takes it in which nothing else had to be escaped (`plain`). In a string of
 * JSON it has JSON's escapes, and the literal's for their backslashes (`json`) unless that has none (`raw-json`).
 */
export type SpanForm = 'literal' | 'url' | 'inside' | 'plain' | 'json' | 'raw-json';

/** Where the text of a placeholder stands in a sample, in UTF-16 units. */
export interface Span {
	name: string;
	form: SpanForm;
	start: number;
	end: number;
}

/** The parts of a sample that a page can fold or stress; lines count from 1, both ends included. */
export interface Region {
	name: 'setup' | 'call' | 'handling';
	start: number;
	end: number;
}

/** The text, marked as the place of a placeholder. */
export function markPlaceholder(name: string, form: SpanForm, text: string): string {
	// What follows may still be quoted, escaped or indented, which must not reach the name.
	const kept = name.replace(/[^\w.-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	return `${OPEN}${form}:${kept}${NAME_END}${text}${CLOSE}`;
}

/** Marks text as standing in a literal in which nothing else had to be escaped. */
export function markPlain(text: string): string {
	return text.replaceAll(`${OPEN}inside:`, `${OPEN}plain:`).replaceAll(`${OPEN}json:`, `${OPEN}raw-json:`);
}

/** Whole lines, marked as a region. */
export function markRegion(name: string, lines: string): string {
	return `${REGION_OPEN}${name}${NAME_END}${lines}${REGION_CLOSE}`;
}

/** How wide the text is once its marks are gone. */
export function visibleLength(text: string): number {
	return text.includes(OPEN) ? readMarks(text).code.length : text.length;
}

/** Text from a document, safe to stand in a template: without marks, line breaks or control characters. */
export function plainText(text: string): string {
	return text
		.replace(/[\uFDD0-\uFDEF]/g, '')
		.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
		.trim();
}

/** Strips the marks and tells what they said. */
export function readMarks(text: string): { code: string; spans: Span[]; regions: Region[] } {
	const spans: Span[] = [];
	const regions: Region[] = [];
	if (!ANY.test(text)) return { code: text, spans, regions };
	const openSpans: Span[] = [];
	const openRegions: Region[] = [];
	let code = '';
	let line = 1;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 10) line++;
		if (unit < 0xfdd0 || unit > 0xfdd4) continue;
		code += text.slice(from, at);
		const mark = text[at];
		if (mark === OPEN || mark === REGION_OPEN) {
			const nameEnd = text.indexOf(NAME_END, at);
			if (nameEnd < 0) {
				from = at + 1;
				continue;
			}
			const name = text.slice(at + 1, nameEnd);
			if (mark === OPEN) {
				const colon = name.indexOf(':');
				openSpans.push({
					name: name
						.slice(colon + 1)
						.replace(/~([\da-f]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16))),
					form: name.slice(0, colon) as SpanForm,
					start: code.length,
					end: 0,
				});
			} else openRegions.push({ name: name as Region['name'], start: line, end: 0 });
			at = nameEnd;
		} else if (mark === CLOSE) {
			const span = openSpans.pop();
			if (span) spans.push({ ...span, end: code.length });
		} else if (mark === REGION_CLOSE) {
			const region = openRegions.pop();
			// A region closes at the start of the line after its last one.
			if (region) regions.push({ ...region, end: code.endsWith('\n') ? line - 1 : line });
		}
		from = at + 1;
	}
	code += text.slice(from);
	return { code, spans: spans.sort((a, b) => a.start - b.start), regions: regions.sort((a, b) => a.start - b.start) };
}
