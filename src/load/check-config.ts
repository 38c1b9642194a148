import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contrast } from '../core/contrast.ts';
import { asObject, pointerTo } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';
import type { Config } from './config.ts';
import { apiName, findSpecs } from './load-api.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';

/** The ground that text stands on in each theme (`theme.css`), and the contrast that text needs. */
const GROUNDS: Readonly<Record<string, string>> = { light: '#ffffff', dark: '#101412' };
const READABLE = 4.5;

/** What a configuration's schema cannot know: languages, styles and APIs that do not exist, and colours that nobody can read. */
export function checkConfig(config: Config, specFolder: string, source: SourceFile): Problem[] {
	const { languages = [], styles = [], versions = [], colours } = config;
	const specs = findSpecs(specFolder);
	const unknown = (pointer: string, what: string, name: string, known: string[], key = false): Problem[] => {
		if (known.includes(name)) return [];
		const code = `unknown-${what.toLowerCase()}`;
		const message = `There is no ${what} "${name}".`;
		return [
			{ severity: 'error', code, message, hint: suggest(name, known), pointer, place: source.locate(pointer, key) },
		];
	};
	return [
		...languages.flatMap((id, at) => unknown(pointerTo('/languages', at), 'language', id, languageIds())),
		...styles.flatMap((id, at) => unknown(pointerTo('/styles', at), 'style', id, [...stylesOf(specs), 'http'])),
		...versions.flatMap((group, at) =>
			Object.keys(group).flatMap((name) =>
				unknown(pointerTo('/versions', at, name), 'API', name, specs.map(apiName), true),
			),
		),
		...paleAccents(colours?.accent, source),
	];
}

/** The ids of Specimen's languages: the folders of its `templates/`. */
function languageIds(): string[] {
	const folder = join(import.meta.dirname, '../../templates');
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Every style that the bindings of some API have. */
function stylesOf(specs: readonly string[]): string[] {
	const bindings = specs.map((file) => asObject(readSourceFile(join(dirname(file), 'sdk.yaml')).data));
	return [...new Set(bindings.flatMap(({ styles }) => Object.keys(asObject(styles))))];
}

type Accent = NonNullable<Config['colours']>['accent'];

function paleAccents(accent: Accent, source: SourceFile): Problem[] {
	const byTheme = typeof accent === 'string' ? { light: accent } : (accent ?? {});
	return Object.entries(byTheme).flatMap(([theme, colour]): Problem[] => {
		const reached = contrast(colour, GROUNDS[theme] ?? colour);
		if (reached >= READABLE) return [];
		const pointer = typeof accent === 'string' ? '/colours/accent' : `/colours/accent/${theme}`;
		const told = `${reached.toFixed(1)}, where text needs ${READABLE}`;
		return [
			{
				severity: 'warning',
				code: 'low-contrast',
				message: `Links of ${colour} are hard to read in the ${theme} theme: their contrast is ${told}.`,
				hint: `Choose a ${theme === 'light' ? 'darker' : 'lighter'} colour.`,
				pointer,
				place: source.locate(pointer),
			},
		];
	});
}
