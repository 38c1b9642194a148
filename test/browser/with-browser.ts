import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { buildSite } from './build-site.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The site in a real browser. */
export interface Visit {
	/** Opens a page of the site in a context of its own; contexts are closed after each test. */
	open(path: string, options?: BrowserContextOptions): Promise<Page>;
	/** The built site's folder. */
	directory(): string;
	origin(): string;
}

/**
 * Describes what the built site, or whatever else is served, does in Chromium.
 * Where Chromium is missing the tests are skipped by name, and fail with `CI=true`.
 */
export function describeInBrowser(name: string, body: (visit: Visit) => void, serve = serveBuiltSite): void {
	if (!existsSync(CHROMIUM)) {
		const reason = `${name} (${CHROMIUM} is not there: npm run toolchains)`;
		if (process.env.CI !== 'true') describe.skip(reason, () => it.skip('needs Chromium', () => {}));
		else {
			it(reason, () => {
				throw new Error(`${CHROMIUM} is not there`);
			});
		}
		return;
	}
	describe(name, () => {
		let browser: Browser | undefined;
		let site: Awaited<ReturnType<typeof serve>> | undefined;
		beforeAll(async () => {
			site = await serve();
			browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
		});
		afterEach(async () => {
			await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
		});
		afterAll(async () => {
			await browser?.close();
			await site?.close();
		});
		body({
			directory: () => site?.directory ?? '',
			origin: () => site?.origin ?? '',
			async open(path, options = {}) {
				if (!browser || !site) throw new Error('The browser is not running.');
				const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
				context.setDefaultTimeout(10_000);
				const page = await context.newPage();
				await page.goto(site.origin + path);
				return page;
			},
		});
	});
}

async function serveBuiltSite(): Promise<ServedSite & { directory: string }> {
	const directory = await buildSite();
	return { ...(await serveSite(directory)), directory };
}

/** The text of an element as it is shown: what is hidden is not in it. */
export function shownText(locator: Locator): Promise<string> {
	// biome-ignore lint/performance/useDomNodeTextContent: textContent would hold what no reader sees.
	return locator.innerText();
}
