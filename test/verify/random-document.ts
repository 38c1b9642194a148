import fc from 'fast-check';
import { createDocument, type Json } from '../../src/core/document.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import type { Api } from '../../src/core/sample.ts';
import { SourceNumber } from '../../src/core/source-number.ts';
import { listTasks } from '../../src/core/task.ts';
import type { Value } from '../../src/core/value.ts';
import { arbitraryText, arbitraryValue } from '../templates/values.ts';

/** An API of random operations; the same seed makes the same ones. */
export function randomApi(seed: number, size: number): Api {
	const operations = fc.sample(arbitraryOperation, { seed, numRuns: size });
	const paths = operations.map(({ path, method, ...operation }, index): [string, Json] => [
		`/${index}${path}`,
		{ [method]: { operationId: `operation-${index}`, ...operation, responses } },
	]);
	const root = {
		openapi: '3.1.0',
		servers: [{ url: 'https://random.example.com/v1' }],
		paths: Object.fromEntries(paths),
	};
	const document = createDocument({ file: 'random.yaml', root });
	return { name: 'random', tasks: listTasks(readOperations(document)), profiles: new Map() };
}

const responses = { 200: { description: 'ok', content: { 'application/json': { example: { ok: true } } } } };

interface RandomOperation extends Json {
	/** Begins with a slash, or is empty. */
	path: string;
	method: string;
	summary: string;
}

/** Plain data, as a loader would have read it. */
function toData(value: Value): unknown {
	switch (value.kind) {
		case 'null':
			return null;
		case 'boolean':
			return value.value;
		case 'integer':
		case 'decimal':
			return new SourceNumber(value.text);
		case 'list':
			return value.items.map(toData);
		case 'map':
			return Object.fromEntries(value.entries.map(([name, item]) => [name, toData(item)]));
		default:
			return value.kind === 'string' ? value.text : `<${value.name}>`;
	}
}

const data = arbitraryValue.map(toData);
const scalar = data.filter((item) => item === null || typeof item !== 'object' || item instanceof SourceNumber);
const name = fc.oneof(
	arbitraryText,
	fc.constantFrom(
		'__proto__',
		'constructor',
		'a[]',
		'a[b]',
		'a b',
		'a&b',
		'a=b',
		'a+b',
		'#',
		'?',
		'%41',
		'0',
		'10',
		'$',
	),
);
const named = <Item>(item: fc.Arbitrary<Item>, least = 0) =>
	fc
		.uniqueArray(fc.tuple(name, item), { minLength: least, maxLength: 4, selector: ([key]) => key })
		.map((entries) => Object.fromEntries(entries));

const example = fc.oneof(
	{ arbitrary: scalar.map((value) => ({ example: value })), weight: 3 },
	arbitraryText.map((value) => ({ example: value, 'x-placeholder': true })),
	fc.array(scalar, { maxLength: 4 }).map((value) => ({ example: value })),
	named(scalar).map((value) => ({ example: value })),
);
const queryStyle = fc.constantFrom<Json>(
	{},
	{},
	{ style: 'form', explode: false },
	{ style: 'spaceDelimited' },
	{ style: 'pipeDelimited' },
	{ style: 'deepObject', explode: true },
);
const query = parametersOf(
	fc.oneof(
		named(data).map((value) => ({ example: value })),
		example,
	),
	{
		in: fc.constant('query'),
		name: name.filter((text) => text !== ''),
		style: queryStyle,
	},
);

/** What a URL takes for a step up or to nowhere (RFC 3986, 5.2.4), and what is no segment at all. */
const segment = arbitraryText.filter((text) => !/^\.{0,2}$/.test(text));
const segments = fc.oneof(
	{ arbitrary: segment, weight: 3 },
	fc.array(segment, { minLength: 1, maxLength: 3 }),
	fc.dictionary(segment, segment, { minKeys: 1, maxKeys: 3 }),
);
const pathStyle = fc.constantFrom<Json>({}, {}, { style: 'label' }, { style: 'matrix' }, { explode: true });
const path = parametersOf(
	fc.oneof(
		{ arbitrary: segments.map((value) => ({ example: value })), weight: 3 },
		segment.map((value) => ({ example: value, 'x-placeholder': true })),
	),
	{ in: fc.constant('path'), name: fc.constantFrom('a', 'b', 'a b', "it's", 'a$b', 'toString'), style: pathStyle },
);

const visible = fc.constantFrom(...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)), '\t');
/** No blanks at the ends: they are no part of a value. */
const headerText = fc.string({ unit: visible, maxLength: 20 }).map((text) => text.replace(/^[ \t]+|[ \t]+$/g, ''));
const token = fc.string({ unit: fc.constantFrom(..."abXY09-_.!#$%&'*+^`|~"), minLength: 1, maxLength: 8 });
const header = parametersOf(
	fc.oneof(
		{ arbitrary: headerText.map((value) => ({ example: value })), weight: 3 },
		headerText.filter(Boolean).map((value) => ({ example: value, 'x-placeholder': true })),
		fc.array(headerText.filter(Boolean), { minLength: 1, maxLength: 3 }).map((value) => ({ example: value })),
	),
	{
		in: fc.constant('header'),
		name: fc.oneof(
			token.map((text) => `X-${text}`),
			fc.constantFrom('constructor', '__proto__', 'x-lower'),
		),
		style: fc.constant({}),
	},
);
const cookie = parametersOf(example, {
	in: fc.constant('cookie'),
	name: token,
	style: fc.constantFrom({}, { explode: false }),
});

function parametersOf(
	value: fc.Arbitrary<Json>,
	of: { in: fc.Arbitrary<string>; name: fc.Arbitrary<string>; style: fc.Arbitrary<Json> },
): fc.Arbitrary<Json[]> {
	return fc.uniqueArray(
		fc
			.tuple(value, of.in, of.name, of.style)
			.map(([stated, place, called, style]): Json => {
				return { name: called, in: place, required: place === 'path', ...style, ...stated };
			})
			.filter((parameter) => !(parameter['x-placeholder'] && String(parameter.name).includes('\0'))),
		{ minLength: 1, maxLength: 3, selector: (parameter) => String(parameter.name).toLowerCase() },
	);
}

/** Texts without an example: placeholders with the names of the properties, which no shell prints with a NUL. */
const placeholders = named(fc.constant<Json>({ type: 'string' }), 1)
	.filter((properties) => !Object.keys(properties).some((key) => key.includes('\0')))
	.map((properties) => ({ type: 'object', properties }));

const json = fc
	.tuple(
		data,
		fc.constantFrom(
			'application/json',
			'application/json',
			'application/vnd.api+json',
			'application/json; charset=utf-8',
		),
	)
	.map(([value, type]) => ({ content: { [type]: { example: value } } }));
const form = fc
	.oneof(
		{
			arbitrary: named(fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), data)).map((value) => ({ example: value })),
			weight: 3,
		},
		placeholders.map((schema) => ({ schema })),
	)
	.map((media) => ({ content: { 'application/x-www-form-urlencoded': media } }));
const text = fc
	.oneof(
		{ arbitrary: arbitraryText.map((value) => ({ example: value })), weight: 3 },
		fc.constant({ schema: { type: 'string' } }),
	)
	.map((media) => ({ content: { 'text/plain': media } }));
/** What no part can be called, and what no argument of a command can hold. */
const partText = arbitraryText.map((value) => value.replaceAll('\0', ''));
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const partName = name.filter((key) => key !== '' && !/[\0-\x1f\x7f=]/.test(key));
const partValue = fc.oneof(
	{ arbitrary: partText.map((value): Json => ({ type: 'string', example: value })), weight: 3 },
	fc.constant<Json>({ type: 'string', format: 'binary' }),
	fc.constant<Json>({ type: 'string' }),
	partText.map((value): Json => ({ type: 'object', example: { [value]: value } })),
	fc.array(partText, { minLength: 1, maxLength: 3 }).map((value): Json => ({ type: 'array', example: value })),
);
const multipart = fc
	.uniqueArray(fc.tuple(partName, partValue), { minLength: 1, maxLength: 4, selector: ([key]) => key })
	.map((entries) => ({
		content: { 'multipart/form-data': { schema: { type: 'object', properties: Object.fromEntries(entries) } } },
	}));
const body = fc.oneof(json, json, form, form, text, multipart).map((content) => ({ ...content, required: true }));

/** Text of the path that is no parameter. */
const fixed = fc.constantFrom(
	'',
	'',
	'/x',
	'/café x',
	"/it's",
	'/a:b;c=d@e',
	'/$x(1)!*',
	'/a%20b',
	'/a[0]',
	'/"q"',
	'/#{x}',
	'/a+b',
);

const arbitraryOperation: fc.Arbitrary<RandomOperation> = fc
	.record({
		summary: arbitraryText,
		fixed,
		method: fc.constantFrom('get', 'get', 'delete', 'post', 'put', 'patch', 'options'),
		parameters: fc.oneof(
			...[query, query, path, header, cookie, fc.constant<Json[]>([])],
			fc.tuple(query, path, header).map((lists) => lists.flat()),
		),
		requestBody: fc.option(body, { nil: undefined }),
	})
	.map(({ summary, fixed, method, parameters, requestBody }) => {
		const places = parameters.filter((one) => one.in === 'path').map((one) => `/{${one.name}}/end`);
		const withBody = requestBody && method !== 'get' && method !== 'options';
		return {
			summary: summary || 'Nothing',
			path: fixed.replaceAll(/\{[^}]*\}/g, '()') + places.join(''),
			method: requestBody && !withBody ? 'post' : method,
			parameters,
			...(requestBody ? { requestBody } : {}),
		};
	});
