import type { PackageSpec } from '../core/binding.ts';
import type { Language } from '../core/language.ts';
import type { Api } from '../core/sample.ts';
import { type KnownIssue, speaksOf } from '../load/known-issues.ts';
import { type Authority, createAuthority } from './authority.ts';
import { proveBatch } from './prove-batch.ts';
import type { Level, Result } from './result.ts';
import type { Sandbox } from './run-in-sandbox.ts';
import { type SampleOnDisk, type Subject, toResult } from './subject.ts';

/** What a proof works on, and how far it goes. */
export interface Proof {
	api: Api;
	languages: readonly Language[];
	samples: readonly SampleOnDisk[];
	level: Level;
	issues: readonly KnownIssue[];
	/** Which issues can be told to be gone: those of whose samples none was left out. Default: all. */
	judges?: (issue: KnownIssue) => boolean;
	/** Run against the documented answer alone, not against failures as well. */
	successOnly?: boolean;
	/** Where SDKs are installed and kept between runs. */
	cache: string;
	/** SDKs come from their registries, whatever `SPECIMEN_SDK_<LANGUAGE>` says. */
	registryOnly?: boolean;
	/** Holds stand-ins for SDKs that cannot be installed, a folder a language. */
	standIns?: string;
	/** Samples are tried against this server instead of being run for the proof. */
	sandbox?: Sandbox;
	/** Called as the work goes on. */
	tell?: (progress: Progress) => void;
	signal?: AbortSignal;
}

/** How far a proof is. */
export interface Progress {
	language: string;
	/** The SDK's package; absent for plain HTTP. */
	package?: string;
	stage: Level | 'install';
	done: number;
	of: number;
}

/** Samples that are compiled together: of one language, against one SDK or none. */
export interface Batch {
	language: Language;
	pack?: PackageSpec;
	subjects: Subject[];
}

/** Proves samples level by level. One language's trouble never loses another's results. */
export async function prove(proof: Proof): Promise<{ results: Result[]; unusedIssues: KnownIssue[] }> {
	const authority = createAuthority();
	const used = new Set<KnownIssue>();
	const results: Result[] = [];
	for (const batch of toBatches(proof)) {
		if (proof.signal?.aborted) break;
		await proveSafely(batch, proof, authority);
		results.push(...batch.subjects.map((subject) => toResult(subject, proof.issues, used)));
	}
	const { level, judges = () => true } = proof;
	const unusedIssues =
		level === 'run'
			? proof.issues.filter((issue) => !used.has(issue) && judges(issue) && wasTried(issue, results))
			: [];
	return { results: results.sort((a, b) => (a.path < b.path ? -1 : 1)), unusedIssues };
}

async function proveSafely(batch: Batch, proof: Proof, authority: Authority): Promise<void> {
	try {
		await proveBatch(batch, proof, authority);
	} catch (error) {
		const text = `the proof itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
		for (const { faults } of batch.subjects) faults.push({ level: proof.level, text });
	}
}

function toBatches({ languages, samples }: Proof): Batch[] {
	return languages.flatMap((language) => {
		const byPackage = new Map<string, Batch>();
		for (const sample of samples) {
			if (sample.entry.language !== language.id) continue;
			const pack = sample.sample.package;
			const key = pack ? `${pack.name} ${pack.version}` : '';
			const batch = byPackage.get(key) ?? { language, ...(pack ? { pack } : {}), subjects: [] };
			batch.subjects.push({ sample, faults: [], seconds: 0 });
			byPackage.set(key, batch);
		}
		return [...byPackage.values()];
	});
}

/** An issue is only out of date where every sample it speaks of was really run. */
function wasTried(issue: KnownIssue, results: readonly Result[]): boolean {
	const spoken = results.filter((result) => speaksOf(issue, result));
	return (
		spoken.length > 0 && spoken.every(({ outcome, sdk }) => outcome !== 'not verified' && sdk?.source !== 'stand-in')
	);
}
