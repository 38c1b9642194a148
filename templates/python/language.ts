import { type EscapeRules, escapeText, hex } from '../../src/core/escape-text.ts';
import { bracket, type Language } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { placeholderLiteral } from '../../src/core/printer.ts';
import type { Value } from '../../src/core/value.ts';
import http from './http.hbs';
import { httpView } from './http-view.ts';
import { reserved, standardModules } from './names.ts';
import sdk from './sdk.hbs';
import { sdkView } from './sdk-view.ts';

const ESCAPES: EscapeRules = {
	named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', '"': '\\"' },
	unicode: (code) =>
		code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`,
};

const inside = (text: string) => escapeText(text, ESCAPES);

/** Python 3.8 and later: `requests` for HTTP, laid out as Black does. */
export const python: Language = {
	id: 'python',
	label: 'Python',
	icon: 'python',
	grammar: 'python',
	treeSitter: 'python',
	httpClient: 'requests',
	readsJson: true,
	fileName(parts) {
		const name = parts.join('_');
		const hides = reserved.has(name) || standardModules.has(name);
		return `${/^\d/.test(name) ? '_' : ''}${name}${hides ? '_sample' : ''}.py`;
	},
	rules: { width: 88, indent: '    ' },
	foreign: { aliases: ['py', 'python3'], extensions: ['.py'] },
	comment: '#',
	variable: 'snake',
	reserved,
	string: (text) => `"${inside(text)}"`,
	inside,
	interpolate,
	literal,
	environment: (variable) => `os.environ[${python.string(variable)}]`,
	call: {
		member: '.',
		named: (name, value) => [`${name}=`, value],
		options: (entries) => dictionary(entries),
		hugs: false,
		trailing: ',',
	},
	http: httpView,
	sdk: sdkView,
	templates: { http, sdk },
	partials: {},
};

/** Braces only need doubling where the literal holds a variable at all. */
function interpolate(parts: Parameters<Language['interpolate']>[0]): string {
	const holdsCode = parts.some((part) => 'code' in part);
	if (!holdsCode) return `"${parts.map((part) => ('text' in part ? part.text : '')).join('')}"`;
	return `f"${parts.map((part) => ('code' in part ? `{${part.code}}` : part.text.replace(/[{}]/g, '$&$&'))).join('')}"`;
}

function literal(value: Value): Doc {
	switch (value.kind) {
		case 'null':
			return 'None';
		case 'boolean':
			return value.value ? 'True' : 'False';
		case 'integer':
		case 'decimal':
			return value.text;
		case 'string':
			return python.string(value.text);
		case 'placeholder':
			return placeholderLiteral(python, value.name);
		case 'list':
			return bracket('[', ']', value.items.map(literal));
		case 'map':
			return dictionary(value.entries.map(([name, item]) => [name, literal(item)]));
	}
}

function dictionary(entries: [name: string, value: Doc][]): Doc {
	return bracket(
		'{',
		'}',
		entries.map(([name, value]) => [`${python.string(name)}: `, value]),
	);
}
