import { parseArgs } from 'node:util';
import { languages as allLanguages } from '../../templates/index.ts';
import type { Overrides } from '../core/overrides.ts';
import { createRenderer, type SampleRequest, sampleStyles } from '../core/sample.ts';
import { suggest } from '../core/suggest.ts';
import { findSpecs, type LoadedApi, loadApi } from '../load/load-api.ts';
import { loadAuthored } from '../load/load-authored.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { stylesOfApi } from './load.ts';
import { noSpecs, readChoice } from './options.ts';
import { reportProblems } from './report.ts';
import type { Workspace } from './workspace.ts';

/** `specimen sample OPERATION`: prints one sample, or the view that its template is rendered with. */
export async function sample(args: string[], { languages, folders }: Workspace): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			language: { type: 'string' },
			style: { type: 'string' },
			set: { type: 'string', multiple: true },
			unset: { type: 'string', multiple: true },
			view: { type: 'boolean' },
			spec: { type: 'string' },
			credentials: { type: 'string' },
		},
	});
	const [operation, stray] = positionals;
	if (!operation) throw new UsageError('Name an operation: specimen sample OPERATION --language L.');
	if (stray !== undefined) throw new UsageError(`"${stray}" is one argument too many.`);
	const ids = languages.map(({ id }) => id);
	if (!values.language) throw new UsageError(`Name a language with --language: ${ids.join(', ')}.`);
	const language = languages.find(({ id }) => id === values.language);
	if (!language)
		throw new UsageError(`--language ${values.language}: there is no such language. ${suggest(values.language, ids)}`);

	const loaded = findApi(operation, values.spec, folders.spec);
	const { api } = loaded;
	if (!api || loaded.problems.some(({ severity }) => severity === 'error')) {
		reportProblems(loaded.problems, 'text');
		return 2;
	}
	const task = api.tasks.find(({ id }) => id === operation);
	if (!task)
		throw new UsageError(
			`There is no operation "${operation}". ${suggest(
				operation,
				api.tasks.map(({ id }) => id),
			)}`,
		);
	const styles = stylesOfApi(api);
	const offered = sampleStyles(api, language, task);
	const asked = values.style ?? offered[0] ?? 'http';
	if (!styles.includes(asked))
		throw new UsageError(`--style ${asked}: there is no such style. ${suggest(asked, styles)}`);
	// A version is served by the sdk sample where every version makes the same call.
	const style = !offered.includes(asked) && asked !== 'http' && offered.includes('sdk') ? 'sdk' : asked;
	const overrides: Overrides = Object.fromEntries([
		...(values.set ?? []).map(readSetting),
		...(values.unset ?? []).map((name) => [name, null]),
	]);
	const request: SampleRequest = {
		task,
		language,
		style,
		credentials: readChoice('credentials', values.credentials ?? 'placeholder', ['placeholder', 'env'] as const),
		...(values.set || values.unset ? { overrides } : {}),
	};
	const { authored } = loadAuthored(
		loaded.folder,
		allLanguages,
		api.tasks.map(({ id }) => id),
		styles,
	);
	const byHand = authored.find(
		(own) => own.operationId === task.id && own.language === language.id && own.style === style,
	);
	const renderer = createRenderer(api);
	const made = values.view ? renderer.view(request) : (byHand ?? renderer.render(request));
	if ('reason' in made) {
		console.error(`${task.id} has no ${language.label} sample in style ${asked}: ${made.reason}`);
		return 1;
	}
	for (const { value, reason } of 'drops' in made ? made.drops : []) {
		if (Object.hasOwn(overrides, value)) console.error(`${value} is not sent: ${reason}`);
	}
	process.stdout.write('code' in made ? made.code : `${JSON.stringify(made.view, null, 2)}\n`);
	return 0;
}

function findApi(operation: string, spec: string | undefined, folder: string): LoadedApi {
	const files = spec === undefined ? findSpecs(folder) : [spec];
	const loaded = files.map((file) => loadApi(file, allLanguages));
	const found = loaded.find(({ api }) => api?.tasks.some(({ id }) => id === operation)) ?? loaded[0];
	if (!found) throw new UsageError(noSpecs(folder));
	return found;
}

function readSetting(text: string): [string, string] {
	const at = text.indexOf('=');
	if (at < 1) throw new UsageError(`--set ${text}: write name=value.`);
	return [text.slice(0, at), text.slice(at + 1)];
}
