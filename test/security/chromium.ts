import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Describes what real Chromium does with answers. Where it is missing the tests are skipped by name, and fail with `CI=true`. */
export function describeInChromium(name: string, body: (browser: () => Browser) => void): void {
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
		beforeAll(async () => {
			browser = await chromium.launch({
				executablePath: CHROMIUM,
				args: ['--no-sandbox', '--disable-background-networking'],
			});
		});
		afterAll(async () => {
			await browser?.close();
		});
		body(() => {
			if (!browser) throw new Error('The browser is not running.');
			return browser;
		});
	});
}
