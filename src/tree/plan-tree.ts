import { createHash } from 'node:crypto';
import type { CredentialSource, Language } from '../core/language.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import { type Api, createRenderer, type Gap, type Sample, sampleStyles } from '../core/sample.ts';
import type { Task } from '../core/task.ts';
import type { AuthoredSample } from '../load/load-authored.ts';
import { folderNames } from './folder-names.ts';
import type { ManifestEntry } from './manifest.ts';

/** Which samples are asked for; absent means all. */
export interface Selection {
	languages?: ReadonlySet<string>;
	styles?: ReadonlySet<string>;
}

/** A sample with its place in the tree. */
export interface PlannedSample {
	sample: Sample;
	entry: ManifestEntry;
}

/** What the tree of an API should hold. */
export interface TreePlan {
	samples: PlannedSample[];
	gaps: Gap[];
	problems: Problem[];
}

/** Renders every selected sample of an API. What cannot be rendered is a problem; the others are still there. */
export function planTree(
	api: Api,
	languages: readonly Language[],
	authored: readonly AuthoredSample[],
	options: { selection?: Selection; credentials?: CredentialSource } = {},
): TreePlan {
	const renderer = createRenderer(api);
	const folders = folderNames(api.tasks);
	const plan: TreePlan = { samples: [], gaps: [], problems: [] };
	const selection = options.selection ?? {};
	const place = (task: Task, sample: Sample) =>
		plan.samples.push({
			sample,
			entry: manifestEntry(sample, `${folders.get(task.id)}/${sample.style}/${sample.fileName}`),
		});
	for (const task of api.tasks) {
		for (const language of languages) {
			if (selection.languages && !selection.languages.has(language.id)) continue;
			const own = authored.filter((sample) => sample.operationId === task.id && sample.language === language.id);
			const styles = new Set([...sampleStyles(api, language, task), ...own.map((sample) => sample.style)]);
			for (const style of styles) {
				if (!isSelected(selection.styles, style)) continue;
				const byHand = own.find((sample) => sample.style === style);
				try {
					const made = byHand
						? authoredSample(api, byHand)
						: renderer.render({
								task,
								language,
								style,
								...(options.credentials ? { credentials: options.credentials } : {}),
							});
					if ('code' in made) place(task, made);
					else plan.gaps.push(made);
				} catch (error) {
					if (!(error instanceof ProblemError)) throw error;
					plan.problems.push(placed(error.problem, task));
				}
			}
		}
	}
	plan.problems = distinct(plan.problems);
	return plan;
}

/** Whether a style is among those asked for; `v1` includes the `sdk` samples that serve it. */
export function isSelected(styles: ReadonlySet<string> | undefined, style: string): boolean {
	if (!styles || styles.has(style)) return true;
	return style === 'sdk' && [...styles].some((asked) => asked !== 'http');
}

function authoredSample(api: Api, { operationId, language, style, fileName, code }: AuthoredSample): Sample {
	const profile = api.profiles.get(language);
	const pack = style === 'http' ? undefined : (profile?.styles[style]?.package ?? profile?.package);
	const shared = {
		operationId,
		language,
		style,
		fileName,
		code,
		regions: [],
		spans: [],
		drops: [],
		notes: [],
		authored: true,
	};
	return pack ? { ...shared, package: pack } : shared;
}

function manifestEntry(sample: Sample, path: string): ManifestEntry {
	return {
		operationId: sample.operationId,
		language: sample.language,
		style: sample.style,
		path,
		sha256: createHash('sha256').update(sample.code).digest('hex'),
		...(sample.package
			? { package: sample.package.name, version: sample.package.version, install: sample.package.install }
			: {}),
		...(sample.authored ? { authored: true as const } : {}),
	};
}

/** A problem of a sample stands at its operation where it names no place of its own. */
function placed(problem: Problem, { operation }: Task): Problem {
	if (problem.place) return problem;
	const { document, pointer } = operation;
	return { ...problem, pointer, place: document.place(pointer, true) ?? { file: document.file, line: 1, column: 1 } };
}

/** One template fault meets every sample of its language: it is told once. */
function distinct(problems: readonly Problem[]): Problem[] {
	const seen = new Set<string>();
	return problems.filter(({ message, place }) => {
		const key = `${place?.file}:${place?.line}:${place?.column} ${message}`;
		return !seen.has(key) && seen.add(key);
	});
}
