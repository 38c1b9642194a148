import { stringify } from 'yaml';
import { asObject, type Document } from '../core/document.ts';
import { operationPath } from '../core/json-path.ts';
import type { Language } from '../core/language.ts';
import type { Problem } from '../core/problem.ts';
import type { Api, Sample } from '../core/sample.ts';

/** What an overlay is made of. */
export interface OverlaySource {
	api: Api;
	document: Document;
	/** The samples that it shall hold, in their order. */
	samples: readonly Sample[];
	languages: readonly Pick<Language, 'id' | 'label' | 'grammar'>[];
	/** The document's address, where it has one. */
	extends?: string;
}

/**
 * An OpenAPI Overlay (version 1.1) in YAML that adds the samples to their operations as `x-codeSamples`, one action an
 * operation. The same samples give the same bytes. An operation that lies in another file than the document is a
 * problem: no overlay reaches it.
 */
export function printOverlay(source: OverlaySource): { text: string; problems: Problem[] } {
	const { api, document, samples } = source;
	const problems: Problem[] = [];
	const byTask = Map.groupBy(samples, ({ operationId }) => operationId);
	const actions = [...Map.groupBy(api.tasks, ({ operation }) => operation)].flatMap(([operation, tasks]) => {
		const codeSamples = tasks.flatMap((task) =>
			(byTask.get(task.id) ?? []).map((sample) =>
				codeSample(sample, source, task.id === operation.id ? undefined : task.title),
			),
		);
		if (codeSamples.length === 0) return [];
		const target = operationPath(operation);
		if (target === undefined) {
			problems.push({
				severity: 'error',
				code: 'unreachable-operation',
				message: `No overlay of ${document.file} reaches ${operation.id}, for it lies in another file.`,
				hint: 'Bundle the document into one file first.',
				pointer: operation.pointer,
				place: document.place(operation.pointer),
			});
			return [];
		}
		return [{ target, update: { 'x-codeSamples': codeSamples } }];
	});
	const { title, version } = asObject(document.root.info);
	const overlay = {
		overlay: '1.1.0',
		info: { title: `Code samples of ${title ?? api.name}`, version: String(version ?? '1.0.0') },
		...(source.extends ? { extends: source.extends } : {}),
		actions,
	};
	return { text: stringify(overlay, { lineWidth: 0, aliasDuplicateObjects: false }), problems };
}

/** `lang` is what highlighters call the language, `label` what a reader chooses by. */
function codeSample(sample: Sample, { api, languages }: OverlaySource, title: string | undefined) {
	const language = languages.find(({ id }) => id === sample.language);
	const styles = Object.entries(api.sdk?.styles ?? {});
	const shown = sample.style === 'sdk' ? styles : styles.filter(([id]) => id === sample.style);
	const style = sample.style === 'http' ? 'HTTP' : shown.map(([, { label }]) => label).join(' and ');
	const label = `${language?.label ?? sample.language}, ${style}`;
	return {
		lang: language?.grammar ?? sample.language,
		label: title ? `${label}: ${title}` : label,
		source: sample.code,
	};
}
