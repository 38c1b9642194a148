import { createDocument } from '../../../src/core/document.ts';

const text = { type: 'string' };

/** A small API that answers in every way that the panel has to show. */
export const things = createDocument({
	file: 'things.yaml',
	root: {
		openapi: '3.1.0',
		info: { title: 'Things', version: '1' },
		servers: [{ url: 'https://api.example.com/v1' }],
		security: [{ basic: [] }],
		components: {
			securitySchemes: {
				basic: {
					type: 'http',
					scheme: 'basic',
					'x-credentials': { username: { name: 'auth_id' }, password: { name: 'auth_token' } },
				},
			},
			schemas: {
				Thing: {
					type: 'object',
					required: ['id', 'name'],
					properties: { id: { type: 'integer' }, name: text, next: { $ref: '#/components/schemas/Thing' } },
				},
			},
		},
		paths: {
			'/things': {
				get: {
					operationId: 'listThings',
					responses: {
						200: {
							description: 'All things, as [a list](./list).',
							content: {
								'application/json': {
									schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
									example: [{ id: 1, name: 'pen' }],
								},
							},
						},
						401: {
							description: 'The credentials are wrong.',
							'x-remedy': 'Copy `auth_token` from your account again.',
							content: { 'text/plain': { example: 'who?' } },
						},
					},
				},
			},
			'/anything': { get: { operationId: 'getAnything', responses: {} } },
		},
	},
});
