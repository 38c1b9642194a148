import type { Language } from '../core/language.ts';
import type { Api, Sample } from '../core/sample.ts';
import type { Task } from '../core/task.ts';

/** The systems that fragments are written for. */
export const formats = ['html', 'docusaurus', 'mintlify', 'starlight'] as const;
export type Format = (typeof formats)[number];

/** One sample of a fragment, with what its tab is called. */
export interface FragmentSample {
	/** The style's id. */
	style: string;
	/** `HTTP with requests`, `SDK v2`. */
	label: string;
	code: string;
}

/** The samples of one language, at least one. */
export interface FragmentLanguage {
	language: Pick<Language, 'id' | 'label' | 'grammar'>;
	samples: FragmentSample[];
}

/** What one task's fragment shows. */
export interface Fragment {
	task: Pick<Task, 'id' | 'title'>;
	languages: FragmentLanguage[];
}

/** Groups a task's samples by language, in the languages' order. */
export function toFragment(
	api: Api,
	task: Fragment['task'],
	samples: readonly Sample[],
	languages: readonly Language[],
): Fragment {
	return {
		task,
		languages: languages.flatMap((language) => {
			const own = samples.filter((sample) => sample.operationId === task.id && sample.language === language.id);
			if (own.length === 0) return [];
			return [
				{ language, samples: own.map(({ style, code }) => ({ style, code, label: styleLabel(api, language, style) })) },
			];
		}),
	};
}

function styleLabel(api: Api, { httpClient }: Language, style: string): string {
	const styles = Object.entries(api.sdk?.styles ?? {});
	if (style === 'http') return `HTTP with ${httpClient}`;
	const shown = style === 'sdk' ? styles : styles.filter(([id]) => id === style);
	return shown.map(([, { label }]) => label).join(' and ') || style;
}
