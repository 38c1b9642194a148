import { describe, expect, it } from 'vitest';
import { describeOnEngines } from './engines.ts';
import { type Forms, formRequest, makeFile, makeForms, ORIGIN, PAGE } from './forms.ts';

/** A form sent as it is given, with what came back. */
async function post(
	forms: Forms,
	body: BodyInit,
	headers: Record<string, string>,
	name = 'comment',
): Promise<Response> {
	return forms.answer(new Request(`${ORIGIN}/feedback/${name}`, { method: 'POST', headers, body }), '192.0.2.1');
}

const OWN = { host: '127.0.0.1:4321', origin: ORIGIN };
const FORM = { ...OWN, 'content-type': 'application/x-www-form-urlencoded' };
const JSON_FORM = { ...OWN, 'content-type': 'application/json' };

describeOnEngines('What is kept', (engine) => {
	it('is the page, the stars and the time', async () => {
		const now = new Date('2026-11-24T10:00:00Z');
		const forms = await makeForms(await engine.makePlace(), { FEEDBACK_DAYS: '30' }, { now: () => now });
		expect(await (await forms.send('rating', { rating: '5' })).json()).toMatchObject({
			message: '🥳 Thank you! It means a lot to us!',
			fragment: 'rated',
		});
		const [kept] = await forms.store.use((database) => database.selectFrom('rating').selectAll().execute());
		expect(kept).toEqual({
			id: expect.any(String),
			page: PAGE,
			value: 5,
			created_at: '2026-11-24T10:00:00.000Z',
			expires_at: '2026-12-24T10:00:00.000Z',
		});
	});

	it('changes where somebody thinks again', async () => {
		const forms = await makeForms(await engine.makePlace());
		const { id } = (await (await forms.send('rating', { rating: '1' })).json()) as { id: string };
		await forms.send('rating', { rating: '4', replaces: id });
		await forms.send('rating', { rating: '5', replaces: "' or 1=1 --" });
		const kept = await forms.store.use((database) => database.selectFrom('rating').select(['id', 'value']).execute());
		expect(kept.map(({ value }) => value).sort()).toEqual([4, 5]);
		expect(kept.find(({ value }) => value === 4)?.id).toBe(id);
	});

	it.each([
		["'; drop table comment; --", "'; drop table comment; --"],
		['<script>alert(1)</script>', '<script>alert(1)</script>'],
		['one\r\ntwo\rthree', 'one\ntwo\nthree'],
		['a\0b\u001b[31m\u0085c', 'ab[31mc'],
		['🥳 שלום e\u0301', '🥳 שלום e\u0301'],
		['my password=hunter2222', 'my password=[redacted]'],
		[`  ${'é'.repeat(2_000)}  `, 'é'.repeat(2_000)],
	])('of the comment %j are the words alone', async (comment, text) => {
		const forms = await makeForms(await engine.makePlace());
		expect((await forms.send('comment', { comment, rating: '2' })).status).toBe(200);
		const kept = await forms.store.use((database) =>
			database.selectFrom('comment').select(['page', 'rating', 'text']).execute(),
		);
		expect(kept).toEqual([{ page: PAGE, rating: 2, text }]);
	});

	it('goes when its time is over', async () => {
		let now = new Date('2026-01-01T00:00:00Z');
		const place = await engine.makePlace();
		const parts = { now: () => now };
		const forms = await makeForms(place, { FEEDBACK_DAYS: '10' }, parts);
		await forms.send('rating', { rating: '5' });
		now = new Date('2026-01-05T00:00:00Z');
		await forms.send('comment', { comment: 'later' });
		now = new Date('2026-01-12T00:00:00Z');
		// A server deletes what is over when it begins, and every hour from then on.
		const again = await makeForms(place, {}, parts);
		await again.begun;
		expect(await again.store.use((database) => database.selectFrom('rating').select('id').execute())).toEqual([]);
		expect(await again.store.use((database) => database.selectFrom('comment').select('text').execute())).toEqual([
			{ text: 'later' },
		]);
	});
});

describe('A form without script', () => {
	it.each([
		['rating', 'rating=5', 'rated'],
		['rating', 'rating=3', 'improve'],
		['comment', 'comment=hello', 'commented'],
	])('%s leads back to its page, to what is said of it', async (name, fields, fragment) => {
		const answer = await post(await makeForms(makeFile()), `page=${PAGE}&${fields}`, FORM, name);
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toBe(`..${PAGE}#${fragment}`);
	});

	it('asks for no comment where comments are switched off', async () => {
		const forms = await makeForms(makeFile(), { FEEDBACK: 'rating' });
		const answer = await post(forms, `page=${PAGE}&rating=1`, FORM, 'rating');
		expect(answer.headers.get('location')).toBe(`..${PAGE}#rated`);
		expect((await post(forms, `page=${PAGE}&comment=x`, FORM, 'comment')).status).toBe(404);
	});

	it('gets a page that still holds what was written where it cannot be kept, and nothing in it is markup', async () => {
		const forms = await makeForms({ file: '/dev/null/feedback.sqlite' });
		const comment = '</textarea><script>alert("1")</script>';
		const answer = await post(forms, new URLSearchParams({ page: PAGE, comment, rating: '1' }), FORM);
		const html = await answer.text();
		expect(answer.status).toBe(503);
		expect(answer.headers.get('retry-after')).toBe('60');
		expect(html).toContain('our database does not answer');
		expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</textarea>');
		expect(html).toContain(`<a href="..${PAGE}">Back to the page</a>`);
		expect(html).toContain('<link rel="stylesheet" href="/_astro/site.css">');
		expect(html).not.toMatch(/<script|style=/);
	});
});

describe('A form is refused', () => {
	it.each([
		['of another site', 403, { ...FORM, origin: 'https://evil.example' }],
		['of the same name at another port', 403, { ...FORM, origin: 'http://127.0.0.1:1' }],
		['of an origin that hides', 403, { ...FORM, origin: 'null' }],
		['of nobody that is a browser', 403, { host: FORM.host, 'content-type': FORM['content-type'] }],
		['of another site, as the browser says', 403, { ...FORM, 'sec-fetch-site': 'cross-site' }],
		['of a neighbour, as the browser says', 403, { ...FORM, 'sec-fetch-site': 'same-site' }],
		[
			'of this site behind a proxy that asks under another name',
			303,
			{ ...FORM, host: 'inner:80', 'sec-fetch-site': 'same-origin' },
		],
		['of this site in HTTPS before a proxy', 303, { ...FORM, origin: 'https://127.0.0.1:4321' }],
	])('or taken, %s: %i', async (_what, status, headers) => {
		const answer = await post(await makeForms(makeFile()), `page=${PAGE}&comment=x`, headers);
		expect(answer.status).toBe(status);
	});

	it('not where it comes from the address that the site is published at', async () => {
		const forms = await makeForms(makeFile(), { SITE_URL: 'https://docs.example.com/base/' });
		const headers = { ...FORM, host: 'inner:80', origin: 'https://docs.example.com' };
		expect((await post(forms, `page=${PAGE}&comment=x`, headers)).status).toBe(303);
	});

	it.each([
		['multipart', 415, '--x--', { ...OWN, 'content-type': 'multipart/form-data; boundary=x' }],
		['plain text, which any page can send', 415, '{}', { ...OWN, 'content-type': 'text/plain' }],
		['without a type', 415, new Blob(['page=/']), OWN],
		['JSON that breaks off', 400, '{"page":', JSON_FORM],
		['a list', 400, '[]', JSON_FORM],
		['JSON with an object in it', 400, '{"page":{"$ne":1}}', JSON_FORM],
		['half a surrogate pair', 400, '{"page":"/","comment":"\\ud800"}', JSON_FORM],
		['bytes that are no UTF-8', 400, new Uint8Array([0x70, 0x3d, 0xff]), FORM],
		['escapes that are no UTF-8', 400, `page=${PAGE}&comment=%ff%fe`, FORM],
		['an overlong escape', 400, `page=${PAGE}&comment=%c0%af`, FORM],
		['an escape that is none', 400, `page=${PAGE}&comment=%zz`, FORM],
		['a field twice', 400, `page=${PAGE}&comment=a&comment=b`, FORM],
		['nothing', 422, '', FORM],
		['no words', 422, `page=${PAGE}&comment=+%0A+`, FORM],
		['2,001 characters', 422, `page=${PAGE}&comment=${'a'.repeat(2_001)}`, FORM],
		['a page beyond the site', 422, 'page=https://evil.example/&comment=x', FORM],
		['a page of another host', 422, 'page=//evil.example/&comment=x', FORM],
		['a page outside', 422, 'page=/../../etc/&comment=x', FORM],
		['a page outside, escaped', 422, 'page=/%252e%252e/etc/&comment=x', FORM],
		['a page in another spelling', 422, 'page=/plivo/remove%252Dshortcode/&comment=x', FORM],
		['a page with a line end', 422, 'page=/plivo/%0d%0aset-cookie:a/&comment=x', FORM],
		['a page that the site lacks', 422, 'page=/plivo/nothing/&comment=x', FORM],
		['a page beyond all bounds', 422, `page=/${'a/'.repeat(400)}&comment=x`, FORM],
		['six stars', 422, `page=${PAGE}&comment=x&rating=6`, FORM],
		['a prototype', 422, '{"__proto__":"x","constructor":"y"}', JSON_FORM],
	])('with %s: %i', async (_what, status, body, headers) => {
		const forms = await makeForms(makeFile());
		const answer = await post(forms, body, headers);
		expect(answer.status).toBe(status);
		expect(await forms.store.use((database) => database.selectFrom('comment').select('id').execute())).toEqual([]);
	});

	it('after thirty in an hour, until the hour is over', async () => {
		let now = new Date('2026-11-24T10:10:00Z');
		const forms = await makeForms(makeFile(), {}, { now: () => now });
		for (let sent = 0; sent < 30; sent++)
			expect((await forms.send('comment', { comment: 'x' }, '192.0.2.1')).status).toBe(200);
		const refused = await forms.send('comment', { comment: 'x' }, '192.0.2.1');
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('3600');
		expect((await forms.send('comment', { comment: 'x' }, '192.0.2.2')).status).toBe(200);
		now = new Date('2026-11-24T11:10:00Z');
		expect((await forms.send('comment', { comment: 'x' }, '192.0.2.1')).status).toBe(200);
	});

	it('by any method but POST, and where there is none', async () => {
		const forms = await makeForms(makeFile());
		const get = await forms.answer(new Request(`${ORIGIN}/feedback/rating`), '192.0.2.1');
		expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
		for (const name of ['', 'ratings', 'rating/x', 'constructor', 'confirm', '%2e%2e'])
			expect((await forms.answer(formRequest(name, {}), '192.0.2.1')).status, name).toBe(404);
	});
});
