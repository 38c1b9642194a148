import { joinWords } from '../../src/core/casing.ts';
import type { Language } from '../../src/core/language.ts';
import env from './_env.hbs';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { literal } from './literal.ts';
import { classes, reserved } from './names.ts';
import sdk from './sdk.hbs';
import { sdkView } from './sdk-view.ts';
import { inside, interpolate, string } from './text.ts';
import { typed } from './typed.ts';

/** C# 7.0, for .NET and for Mono's mcs: `HttpClient` for HTTP, laid out as `dotnet format` leaves it. */
export const csharp: Language = {
	id: 'csharp',
	label: '.NET',
	icon: 'dot-net',
	grammar: 'csharp',
	treeSitter: 'c-sharp',
	httpClient: 'HttpClient',
	readsJson: false,
	fileName(parts) {
		const name = joinWords(parts, 'pascal');
		// A single word may well be the name of a namespace or a class that the sample uses.
		const hides = parts.length < 2 || classes.has(name);
		return `${/^\d/.test(name) ? '_' : ''}${name}${hides ? 'Sample' : ''}.cs`;
	},
	rules: { width: 100, indent: '    ' },
	foreign: {
		aliases: ['cs', 'c#', 'dotnet'],
		extensions: ['.cs'],
		isFragment: (text) => !/\bstatic\s+(async\s+)?(void|int|[\w.]*Task(<int>)?)\s+Main\b/.test(text),
	},
	comment: '//',
	variable: 'camel',
	reserved,
	string,
	inside,
	interpolate,
	literal,
	typed,
	environment: (variable) => `Env(${string(variable)})`,
	call: { member: '.', named: (name, value) => [`${name}: `, value], trailing: '' },
	http: httpView,
	sdk: sdkView,
	templates: { http, sdk },
	partials: { env },
};
