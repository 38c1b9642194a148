import type { Operation } from '../../core/operation.ts';
import { createAuthority } from '../authority.ts';
import { loadRunner } from '../load-runner.ts';
import { isNotVerified, type NotVerified } from '../not-verified.ts';
import { openBench } from '../open-bench.ts';
import type { ProofValues } from '../proof-values.ts';
import type { Level } from '../result.ts';
import { compileTexts } from './compile-texts.ts';
import { createOperationSearch } from './find-operation.ts';
import type { ForeignResult, ForeignText } from './foreign-text.ts';
import { parseForeign } from './parse-foreign.ts';
import { runTexts } from './run-texts.ts';

/** What a proof of documentation works on, and how far it goes. */
export interface FilesProof {
	texts: readonly ForeignText[];
	level: Level;
	/** Every operation of the documents; requests are matched to these. */
	operations: readonly Operation[];
	/** What stands in `<name>` while a text runs. */
	values: ProofValues;
	/** Environment variables that texts find set. */
	env: Readonly<Record<string, string>>;
	signal?: AbortSignal;
}

/** A text with what is known of it by now. */
export interface Tried {
	source: ForeignText;
	result: ForeignResult;
}

/** Proves texts that others wrote, language by language: parses, compiles and runs them, as far as the proof goes. */
export async function proveFiles(proof: FilesProof): Promise<ForeignResult[]> {
	const tried: Tried[] = proof.texts.map((source) => ({ source, result: emptyResult(source) }));
	for (const [language, group] of Map.groupBy(tried, ({ source }) => source.language)) {
		for (const one of group) await parseForeign(one);
		if (proof.level === 'parse' || proof.signal?.aborted) continue;
		for (const { source, result } of group)
			if (result.outcome === 'passed' && language.foreign.isFragment?.(source.text))
				leave(result, { notVerified: 'a fragment: the language needs a whole file to compile' });
		const runner = await loadRunner(language.id);
		const toolchain = runner ? await runner.detect() : { notVerified: `nothing here runs ${language.label}` };
		if (!runner || isNotVerified(toolchain)) {
			for (const { result } of group) if (isNotVerified(toolchain)) leave(result, toolchain);
			continue;
		}
		const bench = openBench({ toolchain, authority: createAuthority(), hosts: hostsOf(proof, group) });
		try {
			const made = await compileTexts(group.filter(isOpen), proof, runner, bench);
			if (proof.level === 'run') {
				const find = createOperationSearch(proof.operations);
				await runTexts({ tried: group.filter(isOpen), programs: made, proof, runner, bench, find });
			}
		} finally {
			bench.remove();
		}
	}
	return tried.map(({ result }) => result);
}

/** Says why a text is not tried further, where nothing is wrong with it so far. */
export function leave(result: ForeignResult, reason: NotVerified): void {
	if (result.outcome === 'passed') Object.assign(result, { outcome: 'not verified', reason });
}

function isOpen({ result }: Tried): boolean {
	return result.outcome === 'passed';
}

function emptyResult({ file, line, language }: ForeignText): ForeignResult {
	return { file, line, language: language.id, outcome: 'passed', requests: [], problems: [] };
}

/** The hosts that are led to the capture server: those of the documents, and those that a text names. */
function hostsOf({ operations }: FilesProof, tried: readonly Tried[]): string[] {
	const documented = operations.flatMap(({ servers }) => servers.map((server) => new URL(server).hostname));
	const named = tried.flatMap(({ source }) =>
		[...source.text.matchAll(/https?:\/\/(?:[^/\s@"']*@)?([a-z\d.-]+)/gi)].map(([, host = '']) => host.toLowerCase()),
	);
	return [...new Set([...documented, ...named])].filter((host) => !/^(localhost|127\.|$)/.test(host));
}
