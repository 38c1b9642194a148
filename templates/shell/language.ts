import type { Language } from '../../src/core/language.ts';
import { placeholderLiteral } from '../../src/core/printer.ts';
import { scalarText } from '../../src/core/value.ts';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { inside, interpolate, plain, string } from './text.ts';

/** curl 7.76 and later, called from bash. */
export const shell: Language = {
	id: 'shell',
	label: 'cURL',
	icon: 'bash',
	grammar: 'shell',
	treeSitter: 'bash',
	httpClient: 'curl',
	readsJson: false,
	fileName: (parts) => `${parts.join('-')}.sh`,
	rules: { width: 80, indent: '  ' },
	foreign: { aliases: ['sh', 'bash', 'curl', 'zsh'], extensions: ['.sh'] },
	comment: '#',
	variable: 'snake',
	reserved: new Set(),
	string,
	inside,
	plain,
	interpolate,
	literal: (value) =>
		value.kind === 'placeholder' ? placeholderLiteral({ string }, value.name) : string(scalarText(value)),
	environment: (variable) => `\${${variable}:?}`,
	// There is no SDK to call.
	call: { member: ' ', named: (name, value) => [`${name}=`, value], trailing: '' },
	http: httpView,
	templates: { http },
	partials: {},
};
