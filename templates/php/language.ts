import { bracket, type Language } from '../../src/core/language.ts';
import { markPlain } from '../../src/core/marks.ts';
import read from './_read.hbs';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { arrayPairs, literal } from './literal.ts';
import { reserved } from './names.ts';
import sdk from './sdk.hbs';
import { sdkView } from './sdk-view.ts';
import { inside, plain, string } from './text.ts';

/** PHP 7.3 and later (8.0 where credentials come from the environment): the cURL extension for HTTP, laid out by PSR-12. */
export const php: Language = {
	id: 'php',
	label: 'PHP',
	icon: 'php',
	grammar: 'php',
	treeSitter: 'php',
	httpClient: 'cURL',
	readsJson: true,
	fileName: (parts) => `${parts.join('_')}.php`,
	rules: { width: 120, indent: '    ' },
	foreign: {
		aliases: [],
		extensions: ['.php'],
		opening: (text) => (/<\?(php|=)/.test(text) ? '' : '<?php '),
	},
	comment: '//',
	variable: 'camel',
	reserved,
	string,
	inside,
	plain,
	interpolate(parts) {
		const [only] = parts;
		if (parts.length === 1 && only && 'code' in only) return `$${only.code}`;
		const text = parts.map((part) => ('code' in part ? `{$${part.code}}` : part.text)).join('');
		const simple = !/[\\']/.test(text) && parts.every((part) => 'text' in part);
		return simple ? `'${markPlain(text)}'` : `"${text}"`;
	},
	literal,
	environment: (variable) =>
		`getenv(${string(variable)}) ?: throw new RuntimeException(${string(`${variable} is not set`)})`,
	call: {
		member: '->',
		named: (name, value) => [`${name}: `, value],
		options: (entries) =>
			bracket(
				'[',
				']',
				arrayPairs(entries, (value) => value),
			),
		trailing: '',
	},
	http: httpView,
	sdk: sdkView,
	templates: { http, sdk },
	partials: { read },
};
