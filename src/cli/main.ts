#!/usr/bin/env node
import { ProblemError } from '../core/problem.ts';
import { loadProject } from '../load/load-project.ts';
// Languages import `.hbs` files, so the hook that compiles them, and the project's own in place of them, has to be there
// before anything imports a language.
import { overrideTemplates } from '../load/register-templates.ts';
import { reportProblems } from './report.ts';

try {
	const project = await loadProject(process.cwd());
	overrideTemplates(project.folders.templates);
	const { run } = await import('./run.ts');
	process.exitCode = await run(process.argv.slice(2), project);
} catch (error) {
	// A template that does not compile stops the languages from loading at all.
	if (!(error instanceof ProblemError)) throw error;
	reportProblems([error.problem], 'text');
	process.exitCode = 2;
}
