import { chromium } from 'playwright-core';
import type { BenchResult } from './bench.ts';
import { buildOurs, buildTheirs } from './site/builds.ts';
import { measurePage, type PageFigures, timeToSample } from './site/measure-page.ts';
import { median } from './site/median.ts';
import { measureScale } from './site/scale.ts';
import { serveFolder } from './site/serve-folder.ts';

/** How often each page is loaded for its time, the two sites taking turns. */
const LOADS = 25;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PEER = 'starlight-openapi';

/**
 * GitHub's document on both sites first: how fast they are built, and how large. Then one operation's page on both, built from Plivo's description: what it weighs, and when its first sample shows.
 * Theirs has samples in the five of our languages that it knows.
 */
export async function bench(): Promise<BenchResult> {
	const ours = await buildOurs();
	const scale = await measureScale(ours.folder);
	const sites = [
		{ folder: ours.folder, path: '/plivo/remove-shortcode/' },
		{ folder: (await buildTheirs('spec/plivo/openapi.yaml')).folder, path: '/api/operations/removeshortcode/' },
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
		const [own, theirs] = figures.map((page, index) => ({ ...page, sampleMs: median(times[index] ?? []) }));
		if (!own || !theirs) throw new Error('There are two sites to compare.');
		return {
			ratios: {
				...scale.ratios,
				[`${PEER}, script bytes`]: theirs.scriptBytes / own.scriptBytes,
				[`${PEER}, HTML bytes`]: theirs.htmlBytes / own.htmlBytes,
				[`${PEER}, DOM nodes`]: theirs.domNodes / own.domNodes,
				[`${PEER}, HTML bytes for each block of code`]:
					theirs.htmlBytes / theirs.codeBlocks / (own.htmlBytes / own.codeBlocks),
				[`${PEER}, DOM nodes for each block of code`]:
					theirs.domNodes / theirs.codeBlocks / (own.domNodes / own.codeBlocks),
				[`${PEER}, time to the first sample`]: theirs.sampleMs / own.sampleMs,
				// One is added to both, for ours may be none.
				[`${PEER}, accessibility rules failed + 1`]: (theirs.axeRules + 1) / (own.axeRules + 1),
			},
			figures: {
				...scale.figures,
				...Object.fromEntries(
					(['scriptBytes', 'htmlBytes', 'domNodes', 'codeBlocks', 'sampleMs', 'axeRules'] as const).flatMap(
						(figure) => [
							[`ours_${figure}`, Math.round(own[figure] * 10) / 10],
							[`theirs_${figure}`, Math.round(theirs[figure] * 10) / 10],
						],
					),
				),
			},
		};
	} finally {
		await browser.close();
		await Promise.all(served.map(({ close }) => close()));
	}
}
