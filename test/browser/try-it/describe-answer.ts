import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { describeInBrowser } from '../with-browser.ts';
import type { Next } from './harness.tsx';
import { type ServedApi, serveApi } from './serve-api.ts';
import { serveHarness } from './serve-harness.ts';

/** The answer in a page of its own, beside an API of another origin. */
export interface Trial {
	/** Opens the page. Its policy lets it ask the API, unless it is told to be strict. */
	open(options?: { strict?: boolean; width?: number }): Promise<Page>;
	api(): ServedApi;
	/** What the page's console said, and what its policy forbade. */
	complaints: string[];
}

/** Describes what the answer does in Chromium; see `harness.tsx`. */
export function describeAnswer(name: string, body: (trial: Trial) => void): void {
	describeInBrowser(
		name,
		({ open, origin }) => {
			let api: ServedApi | undefined;
			const complaints: string[] = [];
			beforeAll(async () => {
				api = await serveApi();
			});
			afterAll(() => api?.close());
			const served = () => {
				if (!api) throw new Error('The API is not served.');
				return api;
			};
			body({
				complaints,
				api: served,
				async open({ strict = false, width = 1000 } = {}) {
					complaints.length = 0;
					const page = await open('/harness.html', {
						viewport: { width, height: 900 },
						permissions: ['clipboard-read', 'clipboard-write'],
					});
					page.on('console', (message) => complaints.push(message.text()));
					page.on('pageerror', (error) => complaints.push(error.message));
					await page.goto(`${origin()}/harness.html${strict ? '?strict' : ''}`);
					await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
					return page;
				},
			});
		},
		serveHarness,
	);
}

/** The region that shows the answer. */
export function response(page: Page): Locator {
	return page.getByRole('region', { name: 'Try it' }).getByRole('region', { name: 'Response' });
}

/** Sends a request with the keyboard. */
export async function sendNext(page: Page, next: Partial<Next> & { url: string }): Promise<void> {
	const { url, ...rest } = next;
	const outgoing: Next = { way: 'direct', request: { method: 'GET', url, headers: [] }, ...rest };
	await page.evaluate((value) => {
		window.next = value;
	}, outgoing);
	await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
}
