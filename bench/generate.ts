import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseValues } from '../src/core/call.ts';
import type { Document } from '../src/core/document.ts';
import { toHttpCall } from '../src/core/http-call.ts';
import { toHttpRequest } from '../src/core/http-request.ts';
import { readOperations } from '../src/core/read-operations.ts';
import { listTasks } from '../src/core/task.ts';
import { loadDocument } from '../src/load/load-document.ts';
import type { Bench, BenchResult } from './bench.ts';
import { type HarRequest, toHar } from './generate/har.ts';
import { shareOf, writeSamples } from './generate/ours.ts';
import { peers, SEVEN } from './generate/peers.ts';
import { takeTurns, type Work } from './generate/take-turns.ts';
import { startThreads } from './generate/threads.ts';
import { measureProcess } from './process/measure-process.ts';

const GITHUB = 'node_modules/@octokit/openapi/generated/api.github.com.json';
const SMALL = 'node_modules/@readme/oas-examples/3.0/json/star-trek.json';
const ROUNDS = 15;

/**
 * Samples from the document against samples from ready-made requests: ours reads operations, chooses values and writes,
 * the peers only write. Then the whole commands, each in a process of its own, on GitHub's document in every language.
 */
export const bench: Bench = async () => {
	const result: BenchResult = { ratios: {}, figures: {} };
	await measureGithub(result);
	await measureSmall(result);
	await measureCommands(result);
	return result;
};

async function measureGithub({ ratios, figures }: BenchResult): Promise<void> {
	const document = load(GITHUB);
	const requests = requestsOf(document);
	const tenth = shareOf(document, 0, 10);
	const threads = await startThreads(GITHUB, SEVEN);
	const works: Record<string, Work> = {
		ours: () => writeSamples(document, SEVEN),
		tenth: () => writeSamples(tenth, SEVEN),
		threads: threads.write,
	};
	for (const { name, write } of peers) works[name] = () => write(requests, SEVEN);
	const speed = await takeTurns(works, ROUNDS);
	await threads.stop();
	for (const { name } of peers) ratios[`${name}, GitHub's document`] = ratio(speed.ours, speed[name]);
	ratios[`httpsnippet, with ${threads.count} threads`] = ratio(speed.threads, speed.httpsnippet);
	ratios['our own speed on a tenth of the document'] = ratio(speed.ours, speed.tenth);
	figures.githubOperations = requests.length;
	for (const [name, value] of Object.entries(speed)) figures[`${name} samplesPerSecond`] = Math.round(value);
	Object.assign(figures, await languageFigures(document, requests));
}

/** Each language alone: ours bears the whole reading of the document and choosing of values every time. */
async function languageFigures(document: Document, requests: HarRequest[]): Promise<Record<string, number>> {
	const [{ write }] = peers as [(typeof peers)[0]];
	const works: Record<string, Work> = {};
	for (const language of SEVEN) {
		works[`${language} ours`] = () => writeSamples(document, [language]);
		works[`${language} httpsnippet`] = () => write(requests, [language]);
	}
	const speed = await takeTurns(works, 5);
	return Object.fromEntries(
		Object.entries(speed).map(([name, value]) => [`${name} samplesPerSecond`, Math.round(value)]),
	);
}

async function measureSmall({ ratios, figures }: BenchResult): Promise<void> {
	const document = load(SMALL);
	const requests = requestsOf(document);
	const works: Record<string, Work> = { ours: () => repeat(() => writeSamples(document, SEVEN)) };
	for (const { name, write } of peers) works[name] = () => repeat(() => write(requests, SEVEN));
	const speed = await takeTurns(works, ROUNDS);
	for (const { name } of peers) ratios[`${name}, Star Trek's document`] = ratio(speed.ours, speed[name]);
	figures.starTrekOperations = requests.length;
}

/** A small document is too soon done to be timed once. */
function repeat(work: () => number): number {
	let pieces = 0;
	for (let time = 0; time < 20; time++) pieces += work();
	return pieces;
}

async function measureCommands({ figures }: BenchResult): Promise<void> {
	const out = mkdtempSync(join(tmpdir(), 'specimen-bench-'));
	try {
		const tree = ['--spec', GITHUB, '--out', join(out, 'github')];
		const generate = await measureProcess(['src/cli/main.ts', 'generate', ...tree]);
		const check = await measureProcess(['src/cli/main.ts', 'check', ...tree]);
		figures.generateSeconds = round(generate.seconds);
		figures.generatePeakMB = Math.round(generate.peakMB ?? 0) || 'not measured here';
		figures.checkSeconds = round(check.seconds);
		figures.checkPeakMB = Math.round(check.peakMB ?? 0) || 'not measured here';
	} finally {
		rmSync(out, { recursive: true, force: true });
	}
}

function load(file: string): Document {
	const { document } = loadDocument(file);
	if (!document) throw new Error(`${file} cannot be read.`);
	return document;
}

/** What the peers start from, made before anything is timed. */
function requestsOf(document: Document): HarRequest[] {
	return listTasks(readOperations(document)).map((task) => toHar(toHttpRequest(toHttpCall(chooseValues(task)))));
}

function ratio(ours = 0, theirs = 0): number {
	return round(ours / theirs);
}

function round(number: number): number {
	return Math.round(number * 100) / 100;
}
