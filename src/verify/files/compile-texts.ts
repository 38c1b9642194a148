import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillSample } from '../fill-sample.ts';
import type { Bench, Fault, Runner } from '../runner.ts';
import { placeIn } from './foreign-text.ts';
import { type FilesProof, leave, type Tried } from './prove-files.ts';

/**
 * Compiles texts of one language together, each a file in a folder of its own. Complaints are problems at the places of
 * the documentation; a text that needs what is not installed here is not verified. Answers what can be run of each.
 */
export async function compileTexts(
	tried: readonly Tried[],
	{ values, level }: FilesProof,
	runner: Runner,
	bench: Bench,
): Promise<ReadonlyMap<Tried, string>> {
	const files = new Map<Tried, string>();
	for (const [at, one] of tried.entries()) {
		const { foreign, fileName } = one.source.language;
		const folder = join(bench.folder, 'texts', String(at));
		mkdirSync(folder, { recursive: true });
		const file = join(folder, foreign.fileName?.(one.source.text) ?? fileName(['documented', 'text']));
		const opened = (foreign.opening?.(one.source.text) ?? '') + one.source.text;
		writeFileSync(file, fillSample(opened, undefined, one.source.language, values));
		files.set(one, file);
	}
	const compilation = await runner.compile([...files.values()], bench, level === 'run' ? 'run' : 'check');
	const programs = new Map<Tried, string>();
	for (const [one, file] of files) {
		const faults = compilation.faults.filter((fault) => fault.file === file);
		if (faults.length > 0) judge(one, faults, runner);
		else if (compilation.failure && !compilation.programs.has(file))
			leave(one.result, { notVerified: compilation.failure });
		else {
			one.result.level = 'compile';
			programs.set(one, compilation.programs.get(file) ?? file);
			if (level === 'run' && compilation.unready) leave(one.result, compilation.unready);
		}
	}
	return programs;
}

function judge({ source, result }: Tried, faults: readonly Fault[], { needs }: Runner): void {
	const missing = faults.flatMap(({ message }) => needs?.missing.exec(message)?.slice(1).find(Boolean) ?? [])[0];
	if (missing) leave(result, { notVerified: `it needs ${missing}, which is not installed here` });
	if (missing) return;
	result.outcome = 'failed';
	const opening = source.language.foreign.opening?.(source.text).length ?? 0;
	for (const { line, column = 1, message } of faults)
		result.problems.push({
			severity: 'error',
			code: 'compile',
			message: `This does not compile: ${message}`,
			hint: 'Correct it, or write no-verify after the language of the fence.',
			place: placeIn(source, line, line === 1 ? Math.max(1, column - opening) : column),
		});
}
