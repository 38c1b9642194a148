import { joinWords } from '../../src/core/casing.ts';
import type { Language } from '../../src/core/language.ts';
import env from './_env.hbs';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { literal } from './literal.ts';
import { classes, reserved } from './names.ts';
import sdk from './sdk.hbs';
import { sdkView } from './sdk-view.ts';
import { inside, string } from './text.ts';
import { build, typed } from './typed.ts';

/** Java 17 and later: `java.net.http` for HTTP, laid out as google-java-format does. */
export const java: Language = {
	id: 'java',
	label: 'Java',
	icon: 'java',
	grammar: 'java',
	treeSitter: 'java',
	httpClient: 'java.net.http',
	readsJson: false,
	fileName(parts) {
		const name = joinWords(parts, 'pascal');
		// A single word may well be the name of a class of the SDK's.
		const hides = parts.length < 2 || classes.has(name);
		return `${/^\d/.test(name) ? '_' : ''}${name}${hides ? 'Sample' : ''}.java`;
	},
	rules: { width: 100, indent: '  ' },
	foreign: {
		aliases: [],
		extensions: ['.java'],
		fileName(text) {
			const name = /\bpublic\s+(?:final\s+)?class\s+(\w+)/.exec(text) ?? /\bclass\s+(\w+)/.exec(text);
			return name ? `${name[1]}.java` : undefined;
		},
		isFragment: (text) => !/\bclass\s+\w+[\s\S]*\bstatic\s+void\s+main\b/.test(text),
	},
	comment: '//',
	variable: 'camel',
	reserved,
	string,
	inside,
	interpolate: (parts) => parts.map((part) => ('code' in part ? part.code : `"${part.text}"`)).join(' + '),
	literal,
	typed,
	environment: (variable) => `env(${string(variable)})`,
	call: {
		member: '.',
		named: (_name, value) => value,
		options: (entries, type = '', spec) => build(type, spec?.builder ?? {}, entries),
		trailing: '',
	},
	http: httpView,
	sdk: sdkView,
	templates: { http, sdk },
	partials: { env },
};
