import { expect, it } from 'vitest';
import { createDocument, type Json } from '../../src/core/document.ts';
import { apiOrigins } from '../../src/server/api-origins.ts';

const described = (root: Json) => ({ document: createDocument({ file: 'openapi.yaml', root }) });

it("names every API's own servers once, and none that secrets could not travel to safely", () => {
	const get = { responses: {} };
	const servers = [
		{ url: 'https://api.a.example/v1' },
		{ url: 'http://plain.example' },
		{ url: 'https://api.a.example/v2' },
	];
	expect(
		apiOrigins({
			a: described({ servers, paths: { '/x': { get } } }),
			b: described({
				paths: {
					'/y': { get, servers: [{ url: 'https://{region}.b.example', variables: { region: { default: 'eu' } } }] },
				},
			}),
		}),
	).toEqual(['https://api.a.example', 'https://eu.b.example']);
});
