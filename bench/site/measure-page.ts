import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWPORT = { width: 1280, height: 720 };

/** What a page weighs before anybody does anything. */
export interface PageFigures {
	/** Scripts that are fetched and inline ones, each compressed by gzip. */
	scriptBytes: number;
	/** The document, compressed likewise. */
	htmlBytes: number;
	domNodes: number;
	/** Blocks of code in the page, shown or not. */
	codeBlocks: number;
	/** Rules of axe that the page fails. */
	axeRules: number;
}

/** Measures one page in a browser that knows nothing of its site. */
export async function measurePage(browser: Browser, url: string): Promise<PageFigures> {
	const context = await browser.newContext({ viewport: VIEWPORT });
	try {
		const page = await context.newPage();
		const scripts = new Map<string, Promise<Buffer>>();
		page.on('response', (response) => {
			if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
		});
		const answer = await page.goto(url, { waitUntil: 'networkidle' });
		if (!answer?.ok()) throw new Error(`${url} answers ${answer?.status()}.`);
		const inline = await page.locator('script:not([src]):not([type*="json"])').allTextContents();
		const files = await Promise.all(scripts.values());
		const domNodes = await page.evaluate(() => document.querySelectorAll('*').length);
		const codeBlocks = await page.locator('main pre').count();
		await page.evaluate(AXE);
		const axe = (await page.evaluate('axe.run()')) as AxeResults;
		return {
			scriptBytes: [...files, ...inline].reduce((sum, text) => sum + gzipSync(text).length, 0),
			htmlBytes: gzipSync(await answer.body()).length,
			domNodes,
			codeBlocks,
			axeRules: axe.violations.length,
		};
	} finally {
		await context.close();
	}
}

/** Milliseconds from the start of the navigation to the first frame that has a sample's code. */
export async function timeToSample(browser: Browser, url: string): Promise<number> {
	const context = await browser.newContext({ viewport: VIEWPORT });
	try {
		const page = await context.newPage();
		await page.addInitScript(watchForSample);
		await page.goto(url);
		const handle = await page.waitForFunction('window.sampleShownAt');
		return (await handle.jsonValue()) as number;
	} finally {
		await context.close();
	}
}

/** Runs in the page, before anything of it.. */
function watchForSample(): void {
	const look = () => {
		const shown = [...document.querySelectorAll('main pre')].some(
			(block) => block.checkVisibility() && (block.textContent ?? '').trim() !== '' && block.clientHeight > 0,
		);
		if (shown) Object.assign(window, { sampleShownAt: performance.now() });
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
