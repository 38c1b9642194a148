import { dirname } from 'node:path';
import { ProblemError } from '../core/problem.ts';
import { readOperations } from '../core/read-operations.ts';
import { apiName, findSpecs } from '../load/load-api.ts';
import { loadDocument } from '../load/load-document.ts';
import { loadMock } from '../load/load-mock.ts';
import type { ApiDescription } from '../mock/api.ts';

/**
 * Reads every API's description below a folder such as `spec/`, by the API's name, with what its mock remembers.
 * Throws a `ProblemError` for the first fault.
 */
export function readSpecs(directory: string): Record<string, ApiDescription> {
	return Object.fromEntries(findSpecs(directory).map((file) => [apiName(file), readSpec(file)]));
}

function readSpec(file: string): ApiDescription {
	const { document, problems } = loadDocument(file);
	const [problem] = problems;
	if (problem || !document)
		throw new ProblemError(problem ?? { severity: 'error', code: 'no-openapi', message: `${file} cannot be read.` });
	const { mock, problems: faults } = loadMock(dirname(file), readOperations(document));
	if (faults[0]) throw new ProblemError(faults[0]);
	return { document, ...(mock ? { remembers: mock } : {}) };
}
