import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bench } from './bench.ts';
import { applyLoad, type Load, percentile, perSecond, READERS, type Story } from './server/load.ts';
import { mockStory } from './server/mock-story.ts';
import { type Program, startProgram } from './server/program.ts';
import { openProxyBench } from './server/proxy-story.ts';

const root = resolve(import.meta.dirname, '..');

/** How long readers ask, in seconds; `BENCH_SECONDS` shortens it. */
const SECONDS = Number(process.env.BENCH_SECONDS || 60);

/** How often ours and the peer take turns, and how long each turn is. */
const TURNS = 3;
const TURN_SECONDS = Math.max(1, Math.round(SECONDS / (2 * TURNS)));

/**
 * 200 readers at once on the server as it is started for real: on the mock, each with a state of her own, and through the
 * proxy where there is one. The peer is `@scalar/mock-server` alone, with the same document and requests; it has no state,
 * so that its answers are only held against their status.
 */
export const bench: Bench = async () => {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-bench-'));
	mkdirSync(join(folder, 'dist'));
	mkdirSync(join(folder, 'spec'));
	writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Bench</title>');
	symlinkSync(join(root, 'spec/plivo'), join(folder, 'spec/plivo'));
	const proxy = existsSync(join(root, 'src/proxy')) ? await openProxyBench(join(folder, 'spec')) : undefined;
	const programs: Program[] = [];
	const start = async (script: string, options: { args?: string[]; environment?: Record<string, string> }) => {
		const program = await startProgram(join(root, script), { cwd: folder, ...options });
		programs.push(program);
		return program;
	};
	try {
		const ours = await start('src/server/main.ts', { environment: proxy?.environment ?? {} });
		const mock = await measure('mock', ours, mockStory('/mock/v1', true));
		const proxied = proxy ? await measure('proxy', ours, proxy.story) : {};
		const peer = await start('bench/server/scalar-server.ts', { args: [join(root, 'spec/plivo/openapi.yaml')] });
		const rates = { ours: 0, peer: 0 };
		for (let turn = 0; turn < TURNS; turn++) {
			const own = await applyLoad(ours.address, mockStory('/mock/v1', true), TURN_SECONDS);
			const other = await applyLoad(peer.address, mockStory('', false), TURN_SECONDS);
			rates.ours += perSecond(sound(own)) / TURNS;
			rates.peer += perSecond(sound(other)) / TURNS;
		}
		return {
			ratios: { '@scalar/mock-server': rates.ours / rates.peer },
			figures: {
				readers: READERS,
				...mock,
				...proxied,
				mockTurnsPerSecond: Math.round(rates.ours),
				scalarTurnsPerSecond: Math.round(rates.peer),
			},
		};
	} finally {
		await Promise.all(programs.map((program) => program.stop()));
		await proxy?.close();
		rmSync(folder, { recursive: true, force: true });
	}
};

/** Loads one part of the server, with its latency and the memory of the process: at the start, half-way, at most, at the end. */
async function measure(
	name: string,
	{ address, memory }: Program,
	story: Story,
): Promise<Record<string, number | string>> {
	const from = Math.max(0, memory.length - 1);
	const load = await applyLoad(address, story, SECONDS);
	const samples = memory.slice(from);
	const figures: Record<string, number | string> = {
		Seconds: Math.round(load.seconds),
		Requests: load.requests,
		Lost: load.lost,
		Wrong: load.wrong,
		...(load.fault ? { Fault: load.fault } : {}),
		RequestsPerSecond: perSecond(load),
		P50Ms: percentile(load, 0.5),
		P99Ms: percentile(load, 0.99),
		StartMB: samples[0] ?? 'not measured',
		HalfMB: samples[Math.floor(samples.length / 2)] ?? 'not measured',
		PeakMB: samples.length > 0 ? Math.max(...samples) : 'not measured',
		EndMB: samples.at(-1) ?? 'not measured',
	};
	return Object.fromEntries(Object.entries(figures).map(([figure, value]) => [name + figure, value]));
}

/** A rate says nothing where requests failed. */
function sound(load: Load): Load {
	if (load.lost + load.wrong > 0) throw new Error(`${load.lost} requests lost, ${load.wrong} wrong: ${load.fault}`);
	return load;
}
