import { globSync } from 'node:fs';
import type { Api } from '../../src/core/sample.ts';
import { type LoadedApi, loadApi } from '../../src/load/load-api.ts';
import { languages } from '../../templates/index.ts';

const EXAMPLES = 'node_modules/@readme/oas-examples';

/** GitHub's API, and every document of ReadMe's collection that is no Swagger 2.0. */
export const documents = [
	'node_modules/@octokit/openapi/generated/api.github.com.json',
	...globSync(`${EXAMPLES}/3.*/**/*.{json,yaml}`).sort(),
];

/** Every Swagger 2.0 document of ReadMe's collection. */
export const swaggerDocuments = globSync(`${EXAMPLES}/2.0/**/*.{json,yaml}`).sort();

/** All of the documents as one API, so that a language's samples are compiled together; ids begin with the document's. */
export function loadPublished(): { api: Api; loaded: LoadedApi[] } {
	const loaded = documents.map((file) => loadApi(file, languages));
	const tasks = loaded.flatMap(({ api }, at) =>
		(api?.tasks ?? []).map((task) => ({ ...task, id: `d${at}-${task.id}` })),
	);
	return { api: { name: 'published', tasks, profiles: new Map() }, loaded };
}

/** So many of a list, the same ones for the same seed, in the list's order. */
export function choose<Item>(items: readonly Item[], count: number, seed: number): Item[] {
	let state = seed >>> 0;
	// A linear congruential generator (Numerical Recipes) is random enough to choose by.
	const random = () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
	const order = items.map((item, at) => ({ item, at, key: random() })).sort((a, b) => a.key - b.key);
	return order
		.slice(0, count)
		.sort((a, b) => a.at - b.at)
		.map(({ item }) => item);
}
