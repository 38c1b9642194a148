import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchResult } from '../bench.ts';
import { type Built, buildProject, buildTheirs } from './builds.ts';
import { median } from './median.ts';

const GITHUB = 'node_modules/@octokit/openapi/generated/api.github.com.json';
const PEER = "starlight-openapi, GitHub's document";

/** What a built site is made of. */
interface SiteSize {
	pages: number;
	/** Everything in its folder. */
	bytes: number;
	/** The weight of each page in gzip. */
	pageBytes: number[];
}

/**
 * The sites of GitHub's document, ours in all our languages, theirs in the five that it has: what they cost to build, once
 * each and one after the other, and how large they are. Then ours again, with one operation changed. `small` is the folder of
 * a small API's site.
 */
export async function measureScale(small: string): Promise<BenchResult> {
	const document = readFileSync(GITHUB, 'utf8');
	const full = await told('ours', buildProject('github', document, { cold: true }));
	const own = sizeOf(full.folder, 'github');
	const rebuilt = await told('ours, one operation changed', buildProject('github', changed(document), { cold: false }));
	const theirs = await told('theirs', buildTheirs(GITHUB, 'starlight-openapi-github'));
	const their = sizeOf(theirs.folder, 'api/operations');
	const [ourSpeed, theirSpeed] = [own.pages / full.seconds, their.pages / theirs.seconds];
	const [ourPage, theirPage] = [own.bytes / own.pages, their.bytes / their.pages];
	const [large, little] = [median(own.pageBytes), median(sizeOf(small, 'plivo').pageBytes)];
	const peaks = { ours: full.peakMB, theirs: theirs.peakMB };
	return {
		ratios: {
			[`${PEER}, pages per second`]: ourSpeed / theirSpeed,
			[`${PEER}, output size of a page`]: theirPage / ourPage,
			...(peaks.ours && peaks.theirs ? { [`${PEER}, peak memory`]: peaks.theirs / peaks.ours } : {}),
			"the median page of a small API, GitHub's document": little / large,
			'the full build, after one changed operation': full.seconds / rebuilt.seconds,
		},
		figures: {
			ours_github_pages: own.pages,
			theirs_github_pages: their.pages,
			ours_github_pagesPerSecond: round(ourSpeed),
			theirs_github_pagesPerSecond: round(theirSpeed),
			ours_github_outputKBPerPage: round(ourPage / 1000),
			theirs_github_outputKBPerPage: round(theirPage / 1000),
			ours_github_peakMB: round(full.peakMB ?? Number.NaN),
			theirs_github_peakMB: round(theirs.peakMB ?? Number.NaN),
			ours_github_medianPageGzipBytes: Math.round(large),
			ours_github_heaviestPageGzipBytes: Math.max(...own.pageBytes),
			ours_small_medianPageGzipBytes: Math.round(little),
			ours_github_rebuildShare: round(rebuilt.seconds / full.seconds),
		},
	};
}

/** Says what a build cost as soon as it is known, for the next takes minutes. */
async function told(name: string, building: Promise<Built>): Promise<Built> {
	const built = await building;
	process.stderr.write(`  GitHub, ${name}: ${built.seconds.toFixed(0)} s, ${built.peakMB?.toFixed(0) ?? '?'} MB\n`);
	return built;
}

/** The document with other words about one operation. */
function changed(document: string): string {
	const parsed = JSON.parse(document);
	parsed.paths['/repos/{owner}/{repo}'].get.description += '\n\nOne operation that has changed.';
	return JSON.stringify(parsed);
}

/** What lies in a site's folder; the pages that are weighed are the operations', each in a folder below `operations`. */
function sizeOf(folder: string, operations: string): SiteSize {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		statSync(join(folder, file)).isFile(),
	);
	const isOperation = new RegExp(`^${operations}/[^/]+/index\\.html$`);
	return {
		pages: files.filter((file) => file.endsWith('.html')).length,
		bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
		pageBytes: files
			.filter((file) => isOperation.test(file))
			.map((file) => gzipSync(readFileSync(join(folder, file))).length),
	};
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
