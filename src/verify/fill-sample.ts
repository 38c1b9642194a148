import type { Language } from '../core/language.ts';
import type { Span } from '../core/marks.ts';
import { encodeComponent } from '../core/serialize-parameter.ts';
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
		const value = values[name] ?? `specimen-${name}`;
		const text =
			form === 'literal' ? language.string(value) : language.inside(form === 'url' ? encodeComponent(value) : value);
		filled += code.slice(at, start) + text;
		at = end;
	}
	return filled + code.slice(at);
}

function fillNames(code: string, language: Language, values: ProofValues): string {
	return code.replace(/<(\w+)>/g, (whole, name: string) =>
		values[name] === undefined ? whole : language.inside(values[name]),
	);
}
