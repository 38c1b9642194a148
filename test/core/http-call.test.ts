import { describe, expect, it } from 'vitest';
import { chooseValues } from '../../src/core/call.ts';
import { toHttpCall } from '../../src/core/http-call.ts';
import { toHttpRequest } from '../../src/core/http-request.ts';
import { requestOf, taskOf } from './request-of.ts';

const url = (path: string, parameters: object[] = []) =>
	requestOf(path, 'get', { parameters }).url.replace('https://api.example.com', '');

describe('A path template', () => {
	it('is encoded where a URL has to be, and not twice', () => {
		expect(url(`/a[0]/"q"/caf\u00e9/50%/a%20b/it's/$x;y=(1)`)).toBe(
			"/a%5B0%5D/%22q%22/caf%C3%A9/50%25/a%20b/it's/$x;y=(1)",
		);
	});

	it('can have a query of its own, before the other pairs', () => {
		const parameters = [
			{ name: 'id', in: 'path', required: true, example: 'a&b' },
			{ name: 'limit', in: 'query', example: 1 },
		];
		expect(url('/x?action=list%20all&id={id}&flag', parameters)).toBe('/x?action=list%20all&id=a%26b&flag=&limit=1');
	});

	it('can tell operations apart by a fragment, which is never sent', () => {
		expect(url('/x#one', [{ name: 'limit', in: 'query', example: 1 }])).toBe('/x?limit=1');
	});

	it('can hold names with signs of a URL', () => {
		expect(url('/{a?b#c}/x', [{ name: 'a?b#c', in: 'path', required: true, example: 'v' }])).toBe('/v/x');
	});
});

describe('A header that HTTP cannot send', () => {
	it.each(['a\nb', 'a\r\nX-Other: b', 'nul\0', 'bell\u0007', 'delete\u007f'])('is a problem: %j', (example) => {
		const parameters = [{ name: 'X-Text', in: 'header', example }];
		expect(() => requestOf('/x', 'get', { operationId: 'getX', parameters })).toThrow(
			expect.objectContaining({
				problem: expect.objectContaining({
					code: 'unsendable-header',
					message: expect.stringContaining('getX: the value of the header "X-Text"'),
					pointer: '/paths/~1x/get/parameters/0',
				}),
			}),
		);
	});

	it('is one by its name', () => {
		const parameters = [{ name: 'X Text', in: 'header', example: 'a' }];
		expect(() => requestOf('/x', 'get', { parameters })).toThrow('no header that could be called "X Text"');
	});

	it('is none for what HTTP allows', () => {
		const parameters = [{ name: "X!#$%&'*+.^_`|~-1", in: 'header', example: 'a\tb "c" é' }];
		expect(requestOf('/x', 'get', { parameters }).headers).toEqual([["X!#$%&'*+.^_`|~-1", 'a\tb "c" é']]);
	});
});

describe('Cookies', () => {
	it('encode what no name can hold', () => {
		const parameters = [{ name: 'all', in: 'cookie', example: { 'é x': '1', 'a=b;c': '2', $d: '3' } }];
		expect(requestOf('/x', 'get', { parameters }).headers).toEqual([['Cookie', '%C3%A9%20x=1; a%3Db%3Bc=2; $d=3']]);
	});
});

describe('Placeholders', () => {
	const placeholder = (name: string, place: string) => ({ name, in: place, required: true, 'x-placeholder': true });
	const value = 'a "b" & c%';

	it('stand in every place, and take the value as the place encodes it', () => {
		const places = ['path', 'query', 'header', 'cookie'].map((place) => placeholder(place, place));
		const call = toHttpCall(chooseValues(taskOf('/x/{path}', 'get', { parameters: places })));
		const { url, headers } = toHttpRequest(call, { path: value, query: value, header: value, cookie: value });
		const encoded = 'a%20%22b%22%20%26%20c%25';
		expect(url).toBe(`https://api.example.com/x/${encoded}?query=${encoded}`);
		expect(headers).toEqual([
			['header', value],
			['Cookie', `cookie=${encoded}`],
		]);
	});

	it('stand in lists and maps as well', () => {
		const list = { type: 'array', items: { type: 'string' } };
		const map = { type: 'object', properties: { one: { type: 'string' }, two: { type: 'string' } } };
		const parameters = [
			{ name: 'path', in: 'path', required: true, style: 'matrix', schema: map },
			{ name: 'list', in: 'query', required: true, explode: false, schema: list },
			{ name: 'map', in: 'query', required: true, style: 'deepObject', schema: map },
			{ name: 'X-Map', in: 'header', required: true, explode: true, schema: map },
		];
		const call = toHttpCall(chooseValues(taskOf('/x/{path}', 'get', { parameters })));
		const { url, headers } = toHttpRequest(call, { one: '1/', two: '2 ', list: '3&' });
		expect(url).toBe('https://api.example.com/x/;path=one,1%2F,two,2%20?list=3%26&map%5Bone%5D=1%2F&map%5Btwo%5D=2%20');
		expect(headers).toEqual([['X-Map', 'one=1/,two=2 ']]);
	});

	it('stand in forms, nested ones too', () => {
		const schema = {
			type: 'object',
			properties: {
				a: { type: 'string' },
				list: { type: 'array', items: { type: 'string' } },
				deep: { type: 'object', properties: { b: { type: 'string' } } },
			},
		};
		const operation = { requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema } } } };
		const call = toHttpCall(chooseValues(taskOf('/x', 'post', operation)));
		expect(toHttpRequest(call, { a: '1&', list: '2 ', b: '3%' }).body?.text).toBe('a=1%26&list=2%20&deep%5Bb%5D=3%25');
	});
});
