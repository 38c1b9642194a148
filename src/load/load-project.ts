import { relative, resolve } from 'node:path';
import { type Problem, ProblemError } from '../core/problem.ts';
import { checkConfig } from './check-config.ts';
import type { Config } from './config.ts';
import { loadConfig } from './load-config.ts';

/** A folder that Specimen works on: what its configuration says, and where its files lie. */
export interface Project {
	/** The folder itself. */
	root: string;
	config: Config;
	/** The configuration's file, where there is one. */
	configFile?: string;
	/** Folders, relative to the working directory; they need not exist. */
	folders: { spec: string; samples: string; proof: string; templates: string; guides: string };
	/** The address that the site is published at. */
	site?: string;
	/** The path that it is published below, without a slash at its end: `/reference`, or empty. */
	base: string;
	problems: Problem[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the project in a folder. `SPECIMEN_SPEC`, `SPECIMEN_PROOF` and `SITE_URL` win over what the configuration says.
 * What is wrong is in `problems`; then the configuration counts as empty.
 */
export async function loadProject(root: string, environment: Environment = process.env): Promise<Project> {
	const { config, source, problems } = await loadConfig(root);
	const folder = (name: keyof Project['folders'], wins?: string) =>
		wins || relative(process.cwd(), resolve(root, config[name] ?? name)) || '.';
	const folders = {
		spec: folder('spec', environment.SPECIMEN_SPEC),
		samples: folder('samples'),
		proof: folder('proof', environment.SPECIMEN_PROOF),
		templates: folder('templates'),
		guides: folder('guides'),
	};
	const site = environment.SITE_URL || config.site;
	return {
		...{ root, config, folders, base: (config.base ?? '').replace(/\/+$/, '') },
		...(site ? { site } : {}),
		...(source ? { configFile: source.file } : {}),
		problems: [...problems, ...(source ? checkConfig(config, folders.spec, source) : [])],
	};
}

/** The project in a folder, ready to be worked on. Throws a `ProblemError` for the first error of its configuration. */
export async function requireProject(root: string, environment?: Environment): Promise<Project> {
	const project = await loadProject(root, environment);
	const error = project.problems.find(({ severity }) => severity === 'error');
	if (error) throw new ProblemError(error);
	return project;
}
