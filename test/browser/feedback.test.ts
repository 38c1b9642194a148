import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { linkIn } from '../feedback/mailbox.ts';
import { axeViolations } from './axe.ts';
import { type Served, serveWithForms } from './serve-with-forms.ts';
import { describeInBrowser } from './with-browser.ts';

const PAGE = '/plivo/remove-shortcode/';
const THANKS = '🥳 Thank you! It means a lot to us!';

const rating = (page: Page) => page.getByRole('group', { name: 'Rate this page' });
const updates = (page: Page) => page.getByRole('region', { name: 'Subscribe to updates' });
const comment = (page: Page) => page.getByLabel('What is missing, or wrong?');
const star = (page: Page, name: string) => rating(page).getByRole('button', { name, exact: true });
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

describeInBrowser('The end of a page', ({ open, directory, origin }) => {
	let served: Served;
	const running = new Set<Served>();
	async function begin(environment: Record<string, string> = {}): Promise<Served> {
		const begun = await serveWithForms(directory(), environment);
		running.add(begun);
		return begun;
	}
	async function visit(path: string, options: Parameters<typeof open>[1] = {}, at = served): Promise<Page> {
		const page = await open('/404', options);
		await page.goto(at.address + path);
		return page;
	}
	afterEach(async () => {
		await Promise.all([...running].map((each) => each.close()));
		running.clear();
	});

	it('offers nothing but the feed where nobody takes forms', async () => {
		const page = await open(PAGE);
		expect(page.url()).toBe(origin() + PAGE);
		expect(await rating(page).count()).toBe(0);
		expect(await updates(page).getByRole('textbox').count()).toBe(0);
		expect(await updates(page).getByRole('link').getAttribute('href')).toBe('/plivo/changes.xml');
	});

	it('offers the feed where no mail can be sent, and no comment where it is switched off', async () => {
		served = await begin({ SMTP_URL: '', FEEDBACK: 'rating' });
		const page = await visit(PAGE);
		expect(await updates(page).getByRole('link').getAttribute('href')).toBe('/plivo/changes.xml');
		expect(await updates(page).getByRole('textbox').count()).toBe(0);
		await star(page, '1 star').click();
		await said(page, THANKS).waitFor();
		expect(await comment(page).isVisible()).toBe(false);
	});

	it('thanks for a rating in place, and lets it be thought over', async () => {
		served = await begin();
		const page = await visit(PAGE);
		await star(page, '5 stars').click();
		await said(page, THANKS).waitFor();
		expect(page.url()).toBe(served.address + PAGE);
		expect(await comment(page).isVisible()).toBe(false);
		await star(page, '4 stars').click();
		await rating(page).locator('[value="4"][aria-pressed=true]').waitFor();
		expect(await served.records()).toMatchObject([{ kind: 'rating', page: PAGE, rating: 4 }]);
	});

	it('asks what is missing after a low rating, with the keyboard alone', async () => {
		served = await begin();
		const page = await visit(PAGE);
		await star(page, '1 star').focus();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await comment(page).waitFor();
		expect(await star(page, '2 stars').evaluate((button) => button === document.activeElement)).toBe(true);
		for (let tab = 0; tab < 4; tab++) await page.keyboard.press('Tab');
		await page.keyboard.type('The sample for <Go> & my password=hunter2222');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		await said(page, 'Thank you for your feedback!').waitFor();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Thank you for your feedback!');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('email');
		expect(await served.records()).toMatchObject([
			{ kind: 'rating', rating: 2 },
			{ kind: 'comment', page: PAGE, rating: 2, comment: 'The sample for <Go> & my password=[redacted]' },
		]);
	});

	it('subscribes with a mail to confirm, and ends it with one click', async () => {
		served = await begin();
		const page = await visit('/guides/errors/');
		await updates(page).getByLabel('E-mail address').fill('reader@example.com');
		await page.keyboard.press('Enter');
		await said(page, 'One more step').waitFor();
		await page.goto(linkIn(served.mailbox.mails[0], '/confirm?'));
		await page.getByRole('button', { name: 'Confirm' }).click();
		await page.getByRole('heading', { name: 'You are subscribed' }).waitFor();
		expect(await served.records()).toMatchObject([
			{
				email: 'reader@example.com',
				confirmed_at: expect.any(String),
				privacy_notice: `${served.address}/guides/privacy/`,
				consent_wording: expect.stringContaining('I agree'),
			},
		]);
		const privacy = await page.goto(`${served.address}/guides/privacy/`);
		expect(privacy?.status()).toBe(200);
	});

	it('works without JavaScript, from the rating to the end of the subscription', async () => {
		served = await begin();
		const page = await visit(PAGE, { javaScriptEnabled: false });
		await star(page, '5 stars').click();
		await page.getByText(THANKS).waitFor();
		expect(page.url()).toBe(`${served.address}${PAGE}#rated`);
		await star(page, '3 stars').click();
		await comment(page).fill('More about errors');
		await page.getByRole('button', { name: 'Send comment' }).click();
		await page.getByText('Thank you for your feedback!').waitFor();
		expect(page.url()).toBe(`${served.address}${PAGE}#commented`);
		await page.getByLabel('E-mail address').fill('reader@example.com');
		await page.getByRole('button', { name: 'Subscribe' }).click();
		await page.getByText('One more step').waitFor();
		await page.goto(linkIn(served.mailbox.mails[0], '/confirm?'));
		await page.getByRole('button', { name: 'Confirm' }).click();
		await page.getByRole('heading', { name: 'You are subscribed' }).waitFor();
		expect((await served.records()).map(({ kind }) => kind)).toEqual(['rating', 'rating', 'comment', 'subscription']);
	});

	it('loses nothing that was written while the database is away', async () => {
		served = await begin();
		const page = await visit(PAGE);
		await star(page, '1 star').click();
		await comment(page).fill('What I wrote');
		served.breakDown();
		await page.getByRole('button', { name: 'Send comment' }).click();
		await said(page, 'our database does not answer').waitFor();
		expect(await comment(page).inputValue()).toBe('What I wrote');
		expect((await page.request.get(served.address + PAGE)).status()).toBe(200);
		const plain = await visit(`${PAGE}#improve`, { javaScriptEnabled: false });
		await comment(plain).fill('Written without script');
		await plain.getByRole('button', { name: 'Send comment' }).click();
		await plain.getByText('our database does not answer').waitFor();
		served.mend();
		await page.getByRole('button', { name: 'Send comment' }).click();
		await said(page, 'Thank you for your feedback!').waitFor();
		await plain.getByRole('button', { name: 'Try again' }).click();
		await plain.getByText('Thank you for your feedback!').waitFor();
		const comments = (await served.records()).filter(({ kind }) => kind === 'comment');
		expect(comments.map(({ comment: text }) => text)).toEqual(['What I wrote', 'Written without script']);
	});

	it('says so where the server is gone', async () => {
		served = await begin();
		const page = await visit(PAGE);
		await page.route('**/feedback/**', (route) => route.abort());
		await star(page, '5 stars').click();
		await said(page, 'It could not be sent. Please try again later.').waitFor();
	});

	it('gives axe nothing to find, at any step, light and dark, wide and narrow', async () => {
		served = await begin();
		const page = await visit(PAGE);
		const check = async (step: string) => {
			for (const width of [1440, 390]) {
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.setViewportSize({ width, height: 900 });
					await page.emulateMedia({ colorScheme });
					expect(await axeViolations(page), `${step}, ${width} ${colorScheme}`).toEqual([]);
				}
			}
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), step).toBe(true);
		};
		await check('as it is');
		await star(page, '2 stars').click();
		await comment(page).fill('x');
		await check('after a low rating');
		await page.getByRole('button', { name: 'Send comment' }).click();
		await said(page, 'Thank you for your feedback!').waitFor();
		await check('after a comment');
		await page.goto(`${served.address}/feedback/unsubscribe?token=${'a'.repeat(43)}`);
		await check('on the page of a mail');
		const plain = await visit(`${PAGE}#improve`, { javaScriptEnabled: false });
		await comment(plain).fill(' ');
		await plain.getByRole('button', { name: 'Send comment' }).click();
		const refused = await plain.content();
		expect(refused).toContain('Write a few words first.');
		await page.route('**/feedback/comment', (route) => route.fulfill({ contentType: 'text/html', body: refused }));
		await page.goto(`${served.address}/feedback/comment`);
		await check('on the page of a refusal');
	});
});
