import { describe, expect, it } from 'vitest';
import { basic, mocking } from './ask.ts';

const ask = mocking('test/mock/fixtures/spec');
const JSON_BODY = { 'content-type': 'application/json' };
const error = (status: number, code: string, message: unknown) => ({ status, error: { code, message } });

describe('paths and methods', () => {
	it('prefers a concrete path to a template, whatever their order in the document', async () => {
		expect((await ask('GET', '/v2/books/latest')).json).toEqual({ title: 'The latest' });
	});
	it('falls back to the template for a method that the concrete path lacks', async () => {
		expect((await ask('DELETE', '/v2/books/latest')).status).toBe(404);
		expect((await ask('DELETE', '/v2/books/1-2')).status).toBe(204);
	});
	it('takes several parameters from one segment', async () => {
		expect((await ask('GET', '/v2/compare/a...b')).json).toEqual({ ahead: 1 });
		expect((await ask('GET', '/v2/compare/a..b')).status).toBe(404);
	});
	it('decodes a parameter before it is judged', async () => {
		expect((await ask('GET', '/v2/compare/%C3%BC%2Fx...b')).status).toBe(200);
	});
	it('answers 404 to an unknown path, in the shape of the API', async () => {
		const answer = await ask('GET', '/v2/nothing');
		expect(answer.status).toBe(404);
		expect(answer.json).toEqual(error(404, 'no_book', 'No such book: No operation has the path /v2/nothing'));
	});
	it('answers 405 to a wrong method, with those that the path takes', async () => {
		const answer = await ask('PUT', '/v2/books/1-2');
		expect(answer.status).toBe(405);
		expect(answer.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS');
		expect(answer.json).toEqual(error(405, 'refused', 'Refused: The path takes GET, DELETE, HEAD, OPTIONS, not PUT'));
	});
	it('answers HEAD as GET without its body', async () => {
		const [get, head] = [await ask('GET', '/v2/books/1-2'), await ask('HEAD', '/v2/books/1-2')];
		expect(head.text).toBe('');
		expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(get.text)));
		expect((await ask('HEAD', '/v2/books/1-2', { headers: basic('id:invalid') })).status).toBe(401);
	});
	it('answers OPTIONS with the methods of the path', async () => {
		const answer = await ask('OPTIONS', '/v2/books/');
		expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
	});
});

describe('credentials', () => {
	const status = async (headers: Record<string, string>, path = '/v2/books/1-2') =>
		(await ask('GET', path, { headers })).status;
	it.each(['', 'Basic', 'Basic %%%', 'Digest abc', `Basic ${btoa('no-colon')}`, 'Bearer invalid', 'Bearer'])(
		'refuses "%s"',
		async (authorization) => {
			expect(await status({ authorization })).toBe(401);
		},
	);
	it.each([':', 'id:', ':token', 'id:invalid'])('refuses the pair "%s"', async (pair) => {
		expect(await status(basic(pair))).toBe(401);
	});
	it.each(['id:token', 'ünï:tökén', 'id:with:colons'])('takes the pair "%s"', async (pair) => {
		expect(await status(basic(pair))).toBe(200);
	});
	it('reads the name of the scheme in any case', async () => {
		expect(await status({ authorization: `bASIC ${btoa('id:token')}` })).toBe(200);
	});
	it('takes any one of the documented schemes', async () => {
		expect(await status({ authorization: 'Bearer abc' })).toBe(200);
		expect(await status({ authorization: '' }, '/v2/books/1-2?api_key=abc')).toBe(200);
		expect(await status({ authorization: '' }, '/v2/books/1-2?api_key=invalid')).toBe(401);
	});
	it('asks for none where the operation needs none', async () => {
		expect(await status({ authorization: '' }, '/v2/open')).toBe(200);
	});
	it('sends the documented 401 as it is, and names the schemes', async () => {
		const answer = await ask('GET', '/v2/books/1-2', { headers: { authorization: '' } });
		expect(answer.json).toEqual(error(401, 'unauthorized', 'Who are you?'));
		expect(answer.headers.get('www-authenticate')).toBe(
			'Basic realm="Library", charset="UTF-8", Bearer realm="Library"',
		);
	});
});

describe('bodies', () => {
	const add = (body: string, headers: Record<string, string> = JSON_BODY) =>
		ask('POST', '/v2/books/', { headers, body });
	it('answers 400 to malformed JSON', async () => {
		const answer = await add('{"title":');
		expect(answer.status).toBe(400);
		expect(answer.json).toEqual({
			status: 400,
			error: { code: 'bad_parameter', message: expect.stringContaining('not valid JSON') },
		});
	});
	it('answers 400 to JSON that is not UTF-8', async () => {
		expect((await add('{"title":"\u00ff"}')).status).toBe(201);
		expect((await add(Buffer.from([0x22, 0xff, 0x22]) as never)).status).toBe(400);
	});
	it('answers 415 to a media type that the operation does not take, and names those that it does', async () => {
		const answer = await add('title=One', { 'content-type': 'application/x-www-form-urlencoded' });
		expect([answer.status, answer.headers.get('accept')]).toEqual([415, 'application/json']);
		expect((await add('{}', { ...JSON_BODY, 'content-encoding': 'br' })).status).toBe(415);
	});
	it('takes parameters of a media type', async () => {
		expect((await add('{"title":"One"}', { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(201);
	});
	it('answers the documented 422 to what breaks the schema, and says where', async () => {
		const answer = await add('{"title":"","serial":"x"}');
		expect(answer.status).toBe(422);
		expect(answer.json).toEqual(
			error(
				422,
				'refused',
				expect.stringMatching(
					/^Refused: .*body\/title must NOT have fewer than 1 char.*body\/serial must be integer/,
				) as never,
			),
		);
	});
	it('answers 422 where a required body or property is missing', async () => {
		expect((await add('')).json).toMatchObject({ error: { message: 'Refused: Request body is required' } });
		expect((await add('{}')).json).toMatchObject({
			error: { message: "Refused: body must have required property 'title'" },
		});
	});
	it('reads booleans and numbers in quotes, but no other text', async () => {
		expect(
			(await add('{"title":"One","lent":"true","serial":"7","sequel":{"title":"Two","lent":"false"}}')).status,
		).toBe(201);
		expect((await add('{"title":"One","lent":"yes"}')).status).toBe(422);
	});
});

describe('parameters', () => {
	it('answers the documented 400 where the operation documents that rather than 422', async () => {
		const answer = await ask('GET', '/v2/books/?limit=21&sort=size');
		expect(answer.status).toBe(400);
		expect(answer.json).toEqual({
			status: 400,
			error: {
				code: 'bad_parameter',
				message:
					'Bad parameter: query parameter limit must be <= 20; query parameter sort must be equal to one of the allowed values',
			},
		});
	});
	it('answers 404 to an identifier of the wrong form where the operation documents only that', async () => {
		expect((await ask('GET', '/v2/compare/toolong...b')).status).toBe(404);
	});
});
