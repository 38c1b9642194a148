import type { Document } from '../core/document.ts';
import { ProblemError } from '../core/problem.ts';
import { apiName, findSpecs } from '../load/load-api.ts';
import { loadDocument } from '../load/load-document.ts';

/** Reads every API's description below a folder such as `spec/`, by the API's name. Throws a `ProblemError` for the first fault. */
export function readSpecs(directory: string): Record<string, Document> {
	return Object.fromEntries(
		findSpecs(directory).map((file) => {
			const { document, problems } = loadDocument(file);
			const [problem] = problems;
			if (problem || !document)
				throw new ProblemError(
					problem ?? { severity: 'error', code: 'no-openapi', message: `${file} cannot be read.` },
				);
			return [apiName(file), document];
		}),
	);
}
