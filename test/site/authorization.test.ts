import { expect, it } from 'vitest';
import type { Json } from '../../src/core/document.ts';
import { authorizationText } from '../../src/site/model/authorization.ts';
import { taskOf } from '../core/request-of.ts';

const securitySchemes = {
	basic: { type: 'http', scheme: 'basic' },
	oauth: { type: 'oauth2', flows: {} },
	key: { type: 'apiKey', in: 'header', name: 'X-Key' },
};
const textOf = (security: Json[]) =>
	authorizationText(taskOf('/x', 'get', { security, responses: {} }, { components: { securitySchemes } }).operation);

it.each<[Json[], string | undefined]>([
	[[{ basic: [] }], 'HTTP Basic with `username` as the user name and `password` as the password.'],
	[[{ oauth: ['read', 'write'] }], 'the bearer token `token`. It needs `read` and `write`.'],
	[[{ key: [], oauth: [] }], 'the API key `api_key` as the header `X-Key` and the bearer token `token`.'],
	[[], undefined],
])('says how a request is let in, and what it has to be allowed: %j', (security, text) => {
	expect(textOf(security)).toBe(text);
});
