import { chromium } from 'playwright-core';
import type { BenchResult } from './bench.ts';
import { buildOurs, buildTheirs } from './site/builds.ts';
import { measurePage, type PageFigures, timeToSample } from './site/measure-page.ts';
import { median } from './site/median.ts';
import { serveFolder } from './site/serve-folder.ts';

/** How often each page is loaded for its time, the two sites taking turns. */
const LOADS = 25;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PEER = 'starlight-openapi';

/**
 * One operation's page on both sites, built from Plivo's description: what it weighs, and when its first sample shows.
 * Theirs has samples in the five of our languages that it knows.
 */
export async function bench(): Promise<BenchResult> {
	const sites = [
		{ name: 'ours', folder: await buildOurs(), path: '/plivo/remove-shortcode/' },
		{ name: 'theirs', folder: await buildTheirs('spec/plivo/openapi.yaml'), path: '/api/operations/removeshortcode/' },
	];
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
	const served = await Promise.all(sites.map(async (site) => ({ ...site, ...(await serveFolder(site.folder)) })));
	try {
		const figures: PageFigures[] = [];
		for (const { origin, path } of served) figures.push(await measurePage(browser, origin + path));
		const times: number[][] = served.map(() => []);
		for (let load = 0; load < LOADS; load++)
			for (const [index, { origin, path }] of served.entries())
				times[index]?.push(await timeToSample(browser, origin + path));
		const [ours, theirs] = figures.map((page, index) => ({ ...page, sampleMs: median(times[index] ?? []) }));
		if (!ours || !theirs) throw new Error('There are two sites to compare.');
		return {
			ratios: {
				[`${PEER}, script bytes`]: theirs.scriptBytes / ours.scriptBytes,
				[`${PEER}, HTML bytes`]: theirs.htmlBytes / ours.htmlBytes,
				[`${PEER}, DOM nodes`]: theirs.domNodes / ours.domNodes,
				[`${PEER}, HTML bytes for each block of code`]:
					theirs.htmlBytes / theirs.codeBlocks / (ours.htmlBytes / ours.codeBlocks),
				[`${PEER}, DOM nodes for each block of code`]:
					theirs.domNodes / theirs.codeBlocks / (ours.domNodes / ours.codeBlocks),
				[`${PEER}, time to the first sample`]: theirs.sampleMs / ours.sampleMs,
				// One is added to both, for ours may be none.
				[`${PEER}, accessibility rules failed + 1`]: (theirs.axeRules + 1) / (ours.axeRules + 1),
			},
			figures: Object.fromEntries(
				(['scriptBytes', 'htmlBytes', 'domNodes', 'codeBlocks', 'sampleMs', 'axeRules'] as const).flatMap((figure) => [
					[`ours_${figure}`, Math.round(ours[figure] * 10) / 10],
					[`theirs_${figure}`, Math.round(theirs[figure] * 10) / 10],
				]),
			),
		};
	} finally {
		await browser.close();
		await Promise.all(served.map(({ close }) => close()));
	}
}
