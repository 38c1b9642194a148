import type { Language } from '../../src/core/language.ts';
import { markPlain } from '../../src/core/marks.ts';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { literal } from './literal.ts';
import { reserved } from './names.ts';
import sdk from './sdk.hbs';
import { sdkView } from './sdk-view.ts';
import { inside, plain, string } from './text.ts';

/** Ruby 2.6 and later: `net/http` for HTTP, laid out as RuboCop asks. */
export const ruby: Language = {
	id: 'ruby',
	label: 'Ruby',
	icon: 'ruby',
	grammar: 'ruby',
	treeSitter: 'ruby',
	httpClient: 'net/http',
	readsJson: true,
	fileName: (parts) => `${parts.join('_')}.rb`,
	rules: { width: 120, indent: '  ' },
	foreign: { aliases: ['rb'], extensions: ['.rb'] },
	comment: '#',
	variable: 'snake',
	reserved,
	string,
	inside,
	plain,
	interpolate(parts) {
		const [only] = parts;
		if (parts.length === 1 && only && 'code' in only) return only.code;
		const text = parts.map((part) => ('code' in part ? `#{${part.code}}` : part.text)).join('');
		const simple = !/[\\']/.test(text) && parts.every((part) => 'text' in part);
		return simple ? `'${markPlain(text)}'` : `"${text}"`;
	},
	literal,
	environment: (variable) => `ENV.fetch(${string(variable)})`,
	call: { member: '.', named: (name, value) => [`${name}: `, value], trailing: '' },
	http: httpView,
	sdk: sdkView,
	templates: { http, sdk },
	partials: {},
};
