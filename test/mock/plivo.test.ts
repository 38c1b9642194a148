import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { basic, mocking } from './ask.ts';

const ask = mocking('spec');
const spec = parse(readFileSync('spec/plivo/openapi.yaml', 'utf8'));

const ACCOUNT = '/v1/Account/MAXXXXXXXXXXXXXXXXXX';
const POOL = `${ACCOUNT}/NumberPool/ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f`;
const SHORTCODE = `${POOL}/Shortcode/444444/`;
const JSON_BODY = { 'content-type': 'application/json' };

function firstExample(path: string, method: string, status: string): unknown {
	const response = spec.paths[path][method].responses[status];
	const resolved = response.$ref ? spec.components.responses[response.$ref.split('/').at(-1)] : response;
	return Object.values<{ value: unknown }>(resolved.content['application/json'].examples)[0]?.value;
}

const SHORTCODE_PATH = '/Account/{auth_id}/NumberPool/{number_pool_uuid}/Shortcode/{shortcode}/';

it('answers the README line from the named example of the spec', async () => {
	const answer = await ask('GET', SHORTCODE);
	expect(answer.status).toBe(200);
	expect(answer.json).toEqual(firstExample(SHORTCODE_PATH, 'get', '200'));
});

it('takes the account from the path, whatever the credentials', async () => {
	expect((await ask('GET', SHORTCODE.replace('MAX', 'SAX'), { headers: basic('someone:else') })).status).toBe(200);
});

it('refuses the token "invalid" with the documented 401', async () => {
	const answer = await ask('GET', SHORTCODE, { headers: basic('id:invalid') });
	expect(answer.status).toBe(401);
	expect(answer.json).toEqual(firstExample(SHORTCODE_PATH, 'get', '401'));
	expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
});

it('shows the documented 404 to a request that prefers it', async () => {
	const answer = await ask('GET', SHORTCODE, { headers: { prefer: 'code=404' } });
	expect(answer.status).toBe(404);
	expect(answer.json).toEqual(firstExample(SHORTCODE_PATH, 'get', '404'));
});

it('answers malformed JSON with a 400 of the API', async () => {
	const answer = await ask('POST', `${ACCOUNT}/Powerpack/`, { headers: JSON_BODY, body: '{"name":' });
	expect(answer.status).toBe(400);
	expect(answer.json).toEqual({ api_id: expect.any(String), error: expect.stringContaining('not valid JSON') });
});

it('takes what the SDKs send: slashes repeated at the end, values in quotes, and a body of two quotes', async () => {
	expect((await ask('GET', `${POOL}/Shortcode//?limit=2`)).status).toBe(200);
	const rent = { headers: JSON_BODY, body: '{"rent":"true","service":"sms"}' };
	expect((await ask('POST', `${POOL}/Number/14845551234/`, rent)).status).toBe(200);
	expect((await ask('DELETE', SHORTCODE, { headers: JSON_BODY, body: '""' })).status).toBe(200);
	const unrent = { headers: JSON_BODY, body: '{"unrent":"false"}' };
	expect((await ask('DELETE', `${POOL}/Number/14845551234/`, unrent)).status).toBe(200);
});

it('points out the slash that the path needs at its end', async () => {
	const answer = await ask('GET', SHORTCODE.slice(0, -1));
	expect(answer.status).toBe(404);
	expect(answer.json).toEqual({
		api_id: expect.any(String),
		error: expect.stringContaining(`did you mean ${SHORTCODE}`),
	});
});
