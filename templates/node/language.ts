import type { Language } from '../../src/core/language.ts';
import answer from './_answer.hbs';
import environment from './_environment.hbs';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { literal, objectLiteral } from './literal.ts';
import { reserved } from './names.ts';
import sdk from './sdk.hbs';
import { sdkView } from './sdk-view.ts';
import { inside, interpolate, plain, string } from './text.ts';

/** Node 18 and later: ES modules and the built-in `fetch`, laid out as Prettier does with single quotes. */
export const node: Language = {
	id: 'node',
	label: 'Node',
	icon: 'nodejs',
	grammar: 'javascript',
	treeSitter: 'javascript',
	httpClient: 'fetch',
	readsJson: true,
	fileName: (parts) => `${parts.join('-')}.mjs`,
	rules: { width: 80, indent: '  ' },
	foreign: {
		aliases: ['js', 'mjs', 'cjs', 'nodejs'],
		extensions: ['.mjs', '.cjs', '.js'],
		fileName: (text) =>
			/\brequire\(/.test(text) && !/^\s*(import|export)\b/m.test(text) ? 'sample.cjs' : 'sample.mjs',
	},
	comment: '//',
	variable: 'camel',
	reserved,
	string,
	inside,
	plain,
	interpolate,
	literal,
	environment: (variable) => `requireEnv(${string(variable)})`,
	call: { member: '.', named: (name, value) => [`${name}: `, value], options: objectLiteral, trailing: ',' },
	http: httpView,
	sdk: sdkView,
	templates: { http, sdk },
	partials: { answer, environment },
};
