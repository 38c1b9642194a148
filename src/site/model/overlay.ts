import { operationPath } from '../../core/json-path.ts';
import type { Sample } from '../../core/sample.ts';
import { printOverlay } from '../../tree/overlay.ts';
import type { SiteApi } from './apis.ts';
import { languages } from './languages.ts';
import { openapiFile } from './links.ts';

/** Whether there is an overlay of an API, which is much quicker to say than to print. */
export function hasOverlay({ tasks, samples }: SiteApi): boolean {
	return tasks.every(
		({ id, operation }) => !samples.get(id)?.some((made) => 'code' in made) || operationPath(operation) !== undefined,
	);
}

/** The overlay that adds an API's samples to its document; undefined where the document is several files, which no overlay reaches. */
export function overlayOf(api: SiteApi): string | undefined {
	const { text, problems } = printOverlay({
		api: api.api,
		document: api.document,
		samples: [...api.samples.values()].flat().filter((made): made is Sample => 'code' in made),
		languages,
		...(openapiFile(api) ? { extends: openapiFile(api) } : {}),
	});
	return problems.length === 0 ? text : undefined;
}
