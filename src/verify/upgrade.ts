import type { PackageSpec } from '../core/binding.ts';
import { chooseValues } from '../core/call.ts';
import { recase } from '../core/casing.ts';
import type { Language } from '../core/language.ts';
import type { Api, Gap } from '../core/sample.ts';
import { toSdkCall } from '../core/sdk-call.ts';
import { suggest } from '../core/suggest.ts';
import type { KnownIssue } from '../load/known-issues.ts';
import { excerpt } from './excerpt.ts';
import { packageIdentifiers } from './package-identifiers.ts';
import { projectFolder } from './project-folder.ts';
import { type Progress, prove } from './prove.ts';
import type { Result } from './result.ts';
import type { SampleOnDisk } from './subject.ts';

/** Which upgrade to try. */
export interface Upgrade {
	api: Api;
	language: Language;
	/** The pinned package, and the version to move to. */
	pack: PackageSpec;
	version: string;
	/** The SDK samples that use the package, and the places where the SDK has no call. */
	samples: readonly SampleOnDisk[];
	gaps: readonly Gap[];
	issues: readonly KnownIssue[];
	/** Where the pinned version is kept, and where the new one is. */
	cache: { before: string; after: string };
	tell?: (progress: Progress) => void;
	signal?: AbortSignal;
}

/** What the upgrade means for one task in one style. */
export interface UpgradeRow {
	task: string;
	style: string;
	/** What the pinned version does: `passed`, `failed`… */
	before: string;
	/** What the new version does: `unchanged`, `broken: …`, `newly possible: …`… */
	after: string;
	/** It worked, and would not any more. */
	worse: boolean;
}

/** What came of trying an upgrade, or why the new version could not be installed. */
export type UpgradeOutcome = { rows: UpgradeRow[]; goneIssues: KnownIssue[] } | { notInstalled: string };

/** Proves the samples with the new version and with the pinned one, and compares. */
export async function tryUpgrade(upgrade: Upgrade): Promise<UpgradeOutcome> {
	const { pack, version, samples, cache } = upgrade;
	const moved = samples.map((planned) => ({
		...planned,
		sample: { ...planned.sample, package: { ...pack, version } },
	}));
	const after = await proveWith(upgrade, moved, cache.after, true);
	const untried = after.results.find(({ outcome, stoppedAt }) => outcome === 'not verified' && stoppedAt === 'compile');
	if (untried) return { notInstalled: untried.reasons.join('; ') };
	const before = await proveWith(upgrade, samples, cache.before, false);
	const names = {
		before: identifiersOf(upgrade, cache.before, pack.version),
		after: identifiersOf(upgrade, cache.after, version),
	};
	const byPath = new Map(before.results.map((result) => [result.path, result]));
	const rows = after.results.map((result) =>
		compareResults(byPath.get(result.path), result, () =>
			whatIsGone(calledNames(upgrade, result.operationId, result.style), names),
		),
	);
	return { rows: [...rows, ...newlyPossible(upgrade, names)], goneIssues: after.unusedIssues };
}

function proveWith(upgrade: Upgrade, samples: readonly SampleOnDisk[], cache: string, registryOnly: boolean) {
	const { api, language, issues, tell, signal } = upgrade;
	const about = issues.filter((issue) => issue.language === language.id);
	return prove({
		...{ api, languages: [language], samples, level: 'run', issues, cache, registryOnly },
		judges: (issue) => about.includes(issue),
		...(tell ? { tell } : {}),
		...(signal ? { signal } : {}),
	});
}

/** Says in words what changed for one sample; `gone` is asked only where something did. */
export function compareResults(
	before: Result | undefined,
	after: Result,
	gone: () => string | undefined = () => undefined,
): UpgradeRow {
	const works = (result: Result | undefined) => result?.outcome === 'passed' || result?.outcome === 'known';
	const row = { task: after.operationId, style: after.style, before: before?.outcome ?? 'not verified' };
	if (works(after)) {
		const changed = works(before) ? 'unchanged' : before?.outcome === 'failed' ? 'mended' : 'passed';
		return { ...row, after: changed, worse: false };
	}
	const reason = reasonOf(after);
	if (after.outcome !== 'failed') return { ...row, after: `not verified: ${reason}`, worse: works(before) };
	if (before?.outcome === 'failed' && reasonOf(before) === reason) return { ...row, after: 'unchanged', worse: false };
	return { ...row, after: gone() ?? `broken: ${reason}`, worse: true };
}

/** What a sample sent and how it ended are often two reasons; more of them say nothing new. */
function reasonOf({ reasons }: Result): string {
	return excerpt(reasons.slice(0, 2).join('; '), 300);
}

/** Identifiers of the package that is pinned, and of the new one. */
export interface Identifiers {
	before: ReadonlySet<string>;
	after: ReadonlySet<string>;
}

/** The first of some names that the pinned package has and the new one lacks, with the nearest that it has instead. */
export function whatIsGone(called: readonly string[], { before, after }: Identifiers): string | undefined {
	const lost = called.find((name) => before.has(name) && !after.has(name));
	if (lost === undefined) return undefined;
	const added = [...after].filter((name) => !before.has(name));
	const nearest = nearestOf(lost, added) ?? nearestOf(lost, [...after]);
	return `renamed or gone: \`${lost}\`${nearest ? `; the nearest name is \`${nearest}\`` : ''}`;
}

function nearestOf(name: string, known: readonly string[]): string | undefined {
	return /^Did you mean "(.+)"\?$/.exec(suggest(name, known))?.[1];
}

function identifiersOf({ language, pack: { name } }: Upgrade, cache: string, version: string): Set<string> {
	return packageIdentifiers(projectFolder(cache, language.id, { name, version }), name);
}

/** Every name of the SDK that a sample uses: members, calls, named arguments, symbols, errors. */
function calledNames({ api, language }: Upgrade, taskId: string, style: string): string[] {
	const { sdk } = api;
	const profile = api.profiles.get(language.id);
	const task = api.tasks.find(({ id }) => id === taskId);
	if (!sdk || !profile || !task) return [];
	const find = (id: string) => api.tasks.find((other) => other.id === id);
	const call = toSdkCall(chooseValues(task), style, { sdk, profile, task: find });
	if ('unsupported' in call) return [];
	const texts = call.steps.flatMap((step) => [
		step.call,
		...step.path,
		step.terminal ?? '',
		...[...step.args, ...step.options].map(({ name }) => name),
	]);
	return [...texts, ...call.symbols, ...call.errors].flatMap((text) => text.match(/\w+/g) ?? []);
}

/** What no SDK call served, and now a call of that name does: the binding's own, or the task's in the SDK's casing. */
function newlyPossible({ api, language, gaps }: Upgrade, { before, after }: Identifiers): UpgradeRow[] {
	const profile = api.profiles.get(language.id);
	if (!profile || before.size === 0) return [];
	return gaps.flatMap(({ operationId: task, style }) => {
		const written = profile.bindings[task]?.call ?? api.sdk?.bindings[task]?.call ?? task;
		const call = recase(written, profile.case.call);
		if (before.has(call) || !after.has(call)) return [];
		return [{ task, style, before: 'unsupported', after: `newly possible: \`${call}\``, worse: false }];
	});
}
