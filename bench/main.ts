import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchResult } from './bench.ts';

/** Where the results lie; a run replaces those of the benchmarks that it ran. */
const RESULTS = join(import.meta.dirname, 'results.json');

const all = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith('.ts') && !['main.ts', 'bench.ts'].includes(file))
	.map((file) => file.slice(0, -'.ts'.length))
	.sort();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !all.includes(name));

if (unknown === undefined) await run(asked.length > 0 ? asked : all);
else {
	process.stderr.write(`"${unknown}" is no benchmark. Benchmarks: ${all.join(', ')}.\n`);
	process.exitCode = 2;
}

async function run(names: readonly string[]): Promise<void> {
	for (const name of names) {
		const { bench } = (await import(`./${name}.ts`)) as { bench: Bench };
		process.stderr.write(`${name}:\n`);
		const result = await bench();
		for (const [peer, ratio] of Object.entries(result.ratios))
			process.stdout.write(`  ${ratio.toFixed(2)} × ${peer}\n`);
		for (const [figure, value] of Object.entries(result.figures)) process.stdout.write(`  ${figure}: ${value}\n`);
		const results = existsSync(RESULTS)
			? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, BenchResult>)
			: {};
		results[name] = result;
		writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
	}
}
