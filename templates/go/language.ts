import type { Language } from '../../src/core/language.ts';
import check from './_check.hbs';
import environment from './_environment.hbs';
import file from './_file.hbs';
import part from './_part.hbs';
import pointer from './_pointer.hbs';
import text from './_text.hbs';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { fields, inside, interpolate, literal, string } from './literal.ts';
import { endings, reserved } from './names.ts';
import sdk from './sdk.hbs';
import { sdkView } from './sdk-view.ts';
import { typed } from './typed.ts';

/** Go 1.19 and later: the standard library for HTTP, laid out as gofmt does. */
export const go: Language = {
	id: 'go',
	label: 'Go',
	icon: 'go',
	grammar: 'go',
	treeSitter: 'go',
	httpClient: 'net/http',
	readsJson: true,
	fileName(parts) {
		const name = parts.join('_') || 'sample';
		const means = name.includes('_') && endings.has(parts.at(-1) ?? '');
		return `${name}${means ? '_sample' : ''}.go`;
	},
	rules: { width: 100, indent: '\t' },
	foreign: {
		aliases: ['golang'],
		extensions: ['.go'],
		isFragment: (text) => !/^package main\b/m.test(text) || !/^func main\(\)/m.test(text),
	},
	comment: '//',
	variable: 'camel',
	reserved,
	string,
	inside,
	interpolate,
	literal,
	typed,
	environment: (variable) => `environment(${string(variable)})`,
	call: {
		member: '.',
		named: (_name, value) => value,
		options: (entries, type) =>
			type
				? fields(`${type}{`, entries)
				: fields(
						'map[string]any{',
						entries.map(([name, value]) => [string(name), value]),
					),
		trailing: ',',
	},
	http: httpView,
	sdk: sdkView,
	templates: { http, sdk },
	partials: { check, environment, file, part, pointer, text },
};
