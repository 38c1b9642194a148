import type { Language } from '../core/language.ts';
import type { Span } from '../core/marks.ts';
import { own } from '../core/own.ts';
import { encodeComponent } from '../core/serialize-parameter.ts';
import { escapeXml } from '../core/xml-text.ts';
import type { ProofValues } from './proof-values.ts';

/**
 * A sample with working values in place of its placeholders, and not one other character changed.
 * `spans` are the renderer's; a sample written or changed by hand has none, and there `<name>` is looked for.
 */
export function fillSample(
	code: string,
	spans: readonly Span[] | undefined,
	language: Language,
	values: ProofValues,
): string {
	return spans ? fillSpans(code, spans, language, values) : fillNames(code, language, values);
}

function fillSpans(code: string, spans: readonly Span[], language: Language, values: ProofValues): string {
	let filled = '';
	let at = 0;
	for (const { name, form, start, end } of spans) {
		const value = own(values, name) ?? `specimen-${name}`;
		filled += code.slice(at, start) + write(value, form, language);
		at = end;
	}
	return filled + code.slice(at);
}

function write(value: string, form: Span['form'], language: Language): string {
	switch (form) {
		case 'literal':
			return language.string(value);
		case 'url':
			return language.inside(encodeComponent(value));
		case 'inside':
			return language.inside(value);
		case 'plain':
			return (language.plain ?? language.inside)(value);
		case 'json':
			return language.inside(jsonEscape(value));
		case 'raw-json':
			return jsonEscape(value);
		case 'xml':
			return language.inside(escapeXml(value));
		case 'raw-xml':
			return (language.plain ?? language.inside)(escapeXml(value));
	}
}

/** Text in a string of JSON, with no character that means anything to the language around it but the backslash. */
function jsonEscape(text: string): string {
	return text.replace(/[^\w .,:/-]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function fillNames(code: string, language: Language, values: ProofValues): string {
	return code.replace(/<(\w+)>/g, (whole, name: string) =>
		Object.hasOwn(values, name) ? language.inside(values[name] ?? '') : whole,
	);
}
