import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadApi } from '../../src/load/load-api.ts';
import { readSourceFile } from '../../src/load/source-file.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { createScratchFolder } from '../../src/verify/scratch-folder.ts';
import { languages } from '../../templates/index.ts';
import { mutateData, mutateText, randomFrom } from './mutate.ts';

/** `SPECIMEN_SEED=<the seed of a failure> SPECIMEN_MUTATIONS=1` repeats it. */
const seed = Number(process.env.SPECIMEN_SEED ?? Date.now() % 2 ** 31);
const count = Number(process.env.SPECIMEN_MUTATIONS ?? 300);
const ROUND = 50;

const files = [
	...globSync('node_modules/@readme/oas-examples/3.*/**/*.{json,yaml}'),
	'test/fixtures/bodies/openapi.yaml',
	'spec/plivo/openapi.yaml',
]
	.filter((file) => statSync(file).size < 60_000)
	.sort();

/** What is wrong with how a mutated document is dealt with; nothing where it is read, or refused as it should be. */
function faultsOf(file: string): string[] {
	const loaded = loadApi(file, languages, { keepGoing: true });
	const plan = loaded.api ? planTree(loaded.api, languages, []) : undefined;
	const problems = [...loaded.problems, ...(plan?.problems ?? [])];
	const faults = problems
		.filter(({ place, hint, message }) => !place || place.line < 1 || place.column < 1 || !hint || !message)
		.map(({ code, message }) => `without a place or a remedy: ${code}: ${message}`);
	const paths = (plan?.samples ?? []).map(({ entry }) => entry.path);
	faults.push(...paths.filter((path) => !/^[A-Za-z0-9-]+\/http\/[A-Za-z0-9_-]+\.[a-z]+$/.test(path)));
	if (new Set(paths.map((path) => path.toLowerCase())).size < paths.length) faults.push('two samples in one file');
	if (problems.length === 0 && !plan) faults.push('neither read nor refused');
	return faults;
}

describe(`Mutated documents (SPECIMEN_SEED=${seed}, SPECIMEN_MUTATIONS=${count})`, () => {
	const rounds = Array.from({ length: Math.ceil(count / ROUND) }, (_, at) => at * ROUND);
	it.each(rounds)(
		'are read or refused with a place, without a crash or a hang: from %i',
		{ timeout: 300_000 },
		(from) => {
			const { path, remove } = createScratchFolder('mutations');
			onTestFinished(remove);
			for (let at = from; at < Math.min(count, from + ROUND); at++) {
				const random = randomFrom(seed + at);
				const original = files[Math.floor(random() * files.length)] ?? '';
				const broken = random() < 0.3;
				const target = join(path, `mutated${broken ? extname(original) : '.json'}`);
				const text = broken
					? mutateText(readFileSync(original, 'utf8'), random)
					: JSON.stringify(mutateData(readSourceFile(original).data, random));
				writeFileSync(target, text);
				let faults: string[];
				try {
					faults = faultsOf(target);
				} catch (error) {
					faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
				}
				expect(faults, `SPECIMEN_SEED=${seed + at}, of ${original}`).toEqual([]);
			}
		},
	);
});
