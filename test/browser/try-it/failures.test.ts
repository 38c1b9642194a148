import { expect, it } from 'vitest';
import { describeAnswer, response, sendNext } from './describe-answer.ts';

describeAnswer('A request without an answer', ({ open, api }) => {
	const alert = '.failure';

	it('is told from the network, which is not there', async () => {
		const page = await open();
		await page.context().setOffline(true);
		await sendNext(page, { url: `${api().origin}/things` });
		await response(page).getByText('There is no network.').waitFor();
		await page.context().setOffline(false);
		await page.getByRole('button', { name: 'Send again', exact: true }).click();
		await response(page).getByText('200 OK').waitFor();
	});

	it('is told from an API that allows no other sites, with what can be done', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/closed` });
		const said = response(page).locator(alert);
		await said.waitFor();
		expect(await said.textContent()).toContain(
			`The browser blocked it, or ${new URL(api().origin).host} cannot be reached`,
		);
		expect(await said.textContent()).toContain('Copy the request as cURL');
		await sendNext(page, { url: 'http://127.0.0.1:1/' });
		await said.getByText('127.0.0.1:1 cannot be reached').waitFor();
	});

	it("is told from the site's own policy", async () => {
		const page = await open({ strict: true });
		await sendNext(page, { url: `${api().origin}/things` });
		await response(page).getByText('this site does not let its pages send anything to').waitFor();
	});

	it('is told from a redirect, which is not followed', async () => {
		const page = await open();
		api().asked.length = 0;
		await sendNext(page, { url: `${api().origin}/moved` });
		await response(page).getByText('The answer is a redirect, which was not followed').waitFor();
		expect(api().asked.map(({ path }) => path)).toEqual(['/moved']);
	});

	it('is told from a server that stays silent', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/slow`, patience: 50 });
		await response(page).getByText('Nothing came for').waitFor();
	});

	it('is told from a connection that breaks, and what had come is shown', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/cut` });
		await response(page).getByText('10 B so far…').waitFor();
		api().open.get('/cut')?.destroy();
		await response(page).getByText('The connection broke').waitFor();
		expect(await response(page).locator('pre').textContent()).toBe('half of it');
	});

	it('is told from what the proxy refuses', async () => {
		const page = await open();
		const proxied = { api: 'things', task: 'x', server: 'http://private', values: {}, credentials: {} };
		await sendNext(page, { url: 'http://private/', way: 'proxy', proxied });
		await response(page).getByText('That address is private.').waitFor();
		await response(page).getByText('Choose a public server.').waitFor();
	});

	it('is told from what a browser cannot send', async () => {
		const page = await open();
		const request = { method: 'TRACE', url: `${api().origin}/things`, headers: [] };
		await sendNext(page, { url: '', request });
		await response(page).getByText('A browser cannot send this request').waitFor();
	});

	it('leaves the focus near when the button to cancel goes', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/slow` });
		await page.getByRole('button', { name: 'Cancel' }).press('Enter');
		await page.locator('h3:focus').getByText('Response').waitFor();
	});

	it('is cancelled by the button, and by Escape, wherever the focus is', async () => {
		const page = await open();
		for (const cancel of [
			() => page.getByRole('button', { name: 'Cancel' }).press('Enter'),
			() => page.keyboard.press('Escape'),
		]) {
			await sendNext(page, { url: `${api().origin}/slow` });
			await response(page).getByText('Waiting for the answer').waitFor();
			await cancel();
			await response(page).getByText('Cancelled.').waitFor();
			expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
		}
	});
});
