#!/usr/bin/env node
// Languages import `.hbs` files, so the hook that compiles them has to be in place before anything imports a language.
import '../load/register-templates.ts';
import { ProblemError } from '../core/problem.ts';
import { reportProblems } from './report.ts';

try {
	const { run } = await import('./run.ts');
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	// A template that does not compile stops the languages from loading at all.
	if (!(error instanceof ProblemError)) throw error;
	reportProblems([error.problem], 'text');
	process.exitCode = 2;
}
