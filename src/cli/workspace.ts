import { languages } from '../../templates/index.ts';
import type { Language } from '../core/language.ts';
import type { Project } from '../load/load-project.ts';

/** What every command works in: the project of the working directory, with the languages that it has samples in. */
export interface Workspace extends Project {
	languages: readonly Language[];
}

/** The languages that a project lists, in its order, or all of them. */
export function openWorkspace(project: Project): Workspace {
	const chosen = project.config.languages?.flatMap((id) => languages.filter((language) => language.id === id));
	return { ...project, languages: chosen ?? languages };
}
