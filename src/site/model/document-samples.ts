import { asList, asObject, asText } from '../../core/document.ts';
import type { Task } from '../../core/task.ts';

/** A sample that the document itself brings along (`x-codeSamples`): somebody's text, of which nothing is proven. */
export interface DocumentSample {
	label: string;
	/** The language in lower case, which may or may not be the name of a grammar. */
	grammar: string;
	code: string;
}

/** The samples of the document's own, under either spelling of the extension. */
export function documentSamples({ operation }: Task): DocumentSample[] {
	const { source } = operation;
	return [...asList(source['x-codeSamples']), ...asList(source['x-code-samples'])].flatMap((node): DocumentSample[] => {
		// ReadMe's documents call the same three things otherwise.
		const sample = asObject(node);
		const lang = sample.lang ?? sample.language;
		const label = sample.label ?? sample.name;
		const code = sample.source ?? sample.code;
		if (typeof code !== 'string') return [];
		const language = (asText(lang) ?? '').trim();
		const name = (asText(label) ?? '').replace(/\s+/g, ' ').trim();
		return [
			{
				label: name || language || 'Sample',
				grammar: /^[\w+#.-]+$/.test(language) ? language.toLowerCase() : 'text',
				code,
			},
		];
	});
}
