import { describe, expect, it } from 'vitest';
import { chooseValues } from '../../src/core/call.ts';
import { findValue } from '../../src/core/call-value.ts';
import { toHttpCall } from '../../src/core/http-call.ts';
import { toHttpRequest } from '../../src/core/http-request.ts';
import { requestOf, taskOf } from './request-of.ts';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

describe('Names that every object answers to are names like any other', () => {
	it.each(NAMES)('%s as a parameter', (name) => {
		const parameters = [{ name, in: 'query', example: 'a' }];
		expect(requestOf('/x', 'get', { parameters }).url).toBe(`https://api.example.com/x?${name}=a`);
		expect(requestOf('/x', 'get', { parameters }, {}, Object.fromEntries([[name, 'b']])).url).toBe(
			`https://api.example.com/x?${name}=b`,
		);
		const call = chooseValues(taskOf('/x', 'get', { parameters }));
		expect(findValue(call, name)).toEqual({ kind: 'string', text: 'a' });
	});

	it.each(NAMES)('%s as a property of the body', (name) => {
		const schema = { type: 'object', properties: Object.fromEntries([[name, { type: 'string' }]]) };
		const operation = { requestBody: { required: true, content: { 'application/json': { schema } } } };
		expect(requestOf('/x', 'post', operation).body?.text).toBe(`{"${name}":"<${name}>"}`);
		const own = Object.fromEntries([[name, 'b']]);
		expect(requestOf('/x', 'post', operation, {}, own).body?.text).toBe(`{"${name}":"b"}`);
	});

	it.each(NAMES)('%s as a placeholder', (name) => {
		const parameters = [{ name, in: 'path', required: true, 'x-placeholder': true }];
		const call = toHttpCall(chooseValues(taskOf(`/{${name}}`, 'get', { parameters })));
		expect(toHttpRequest(call).url).toBe(`https://api.example.com/%3C${name}%3E`);
		expect(toHttpRequest(call, Object.fromEntries([[name, 'a/b']])).url).toBe('https://api.example.com/a%2Fb');
	});

	it('as the variable of a server', () => {
		const servers = [{ url: 'https://{constructor}.example.com', variables: {} }];
		expect(taskOf('/x', 'get', {}, { servers }).operation.server).toBe('https://{constructor}.example.com');
	});
});

describe('Half a character', () => {
	it('becomes the replacement character wherever it stands', () => {
		const parameters = [{ name: 'a\ud800', in: 'query', example: '\udc00' }];
		expect(requestOf('/\ud800', 'get', { parameters }).url).toBe(
			'https://api.example.com/%EF%BF%BD?a%EF%BF%BD=%EF%BF%BD',
		);
	});
});
