import { dirname, join } from 'node:path';
import { ProblemError } from '../core/problem.ts';
import { readOperations } from '../core/read-operations.ts';
import { suggest } from '../core/suggest.ts';
import { listTasks, type Task } from '../core/task.ts';
import { apiName, findSpecs } from '../load/load-api.ts';
import { loadDocument } from '../load/load-document.ts';
import { loadSdk } from '../load/load-sdk.ts';

/**
 * Reads the tasks of some APIs below a folder such as `spec/`, by the API's name. `setting` is what names them, for
 * problems. Throws a `ProblemError` on a name that no API has, and for the first fault of a file.
 */
export function readTasks(directory: string, names: readonly string[], setting: string): Record<string, Task[]> {
	const files = new Map(findSpecs(directory).map((file) => [apiName(file), file]));
	return Object.fromEntries(
		names.map((name) => {
			const file = files.get(name);
			if (file) return [name, tasksOf(file)];
			throw new ProblemError({
				severity: 'error',
				code: 'unknown-api',
				message: `${setting} names ${JSON.stringify(name)}, which ${directory} does not describe.`,
				hint: suggest(name, [...files.keys()]),
			});
		}),
	);
}

function tasksOf(file: string): Task[] {
	const { document, problems } = loadDocument(file);
	// What each language's profile says makes no difference to the tasks.
	const { sdk, problems: sdkProblems } = loadSdk(dirname(file), []);
	const bindings = join(dirname(file), 'sdk.yaml');
	const [problem] = [...problems, ...sdkProblems.filter(({ place }) => place?.file === bindings)];
	if (problem || !document) {
		throw new ProblemError(problem ?? { severity: 'error', code: 'no-openapi', message: `${file} cannot be read.` });
	}
	return listTasks(readOperations(document), sdk?.tasks);
}
