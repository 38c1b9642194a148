import { createDocument, type Document, isObject } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { readReferences } from './read-references.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';

/** What came of reading an OpenAPI description. */
export interface LoadedDocument {
	document?: Document;
	problems: Problem[];
	/** Every file that was read, so that a watcher can watch it. */
	files: string[];
}

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 description, with the files it refers to.
 * References stay inside the folder of the root file and never leave the machine.
 */
export function loadDocument(file: string): LoadedDocument {
	const root = readSourceFile(file);
	const problems: Problem[] = root.problems.map((problem) => ({
		...problem,
		place: problem.place ?? { file, line: 1, column: 1 },
	}));
	if (root.data === undefined) return { problems, files: [file] };
	const wrongVersion = checkVersion(root);
	if (wrongVersion) return { problems: [...problems, wrongVersion], files: [file] };
	const { others, problems: found } = readReferences(root);
	problems.push(...found);
	const locate = (name: string, pointer: string, key?: boolean) =>
		(name === file ? root : (others.get(name) ?? root)).locate(pointer, key);
	const data = new Map([...others].map(([name, source]) => [name, source.data]));
	const document = createDocument({ file, root: root.data as Document['root'], others: data, locate });
	return { document, problems, files: [file, ...others.keys()] };
}

function checkVersion(root: SourceFile): Problem | undefined {
	const { file, data } = root;
	if (!isObject(data)) {
		return {
			severity: 'error',
			code: 'no-openapi',
			message: `${file} holds no OpenAPI description.`,
			place: root.locate(''),
			hint: 'It has to be a map with "openapi: 3.1.0" at its top.',
		};
	}
	if (typeof data.swagger === 'string') {
		return {
			severity: 'error',
			code: 'swagger-2',
			message: `${file} is Swagger ${data.swagger}; Specimen reads OpenAPI 3.0, 3.1 and 3.2.`,
			place: root.locate('/swagger', true),
			hint: `Convert it first: \`npx swagger2openapi --outfile openapi.json ${file}\`, then name openapi.json.`,
		};
	}
	if (typeof data.openapi !== 'string' || !/^3\.[012](\.|$)/.test(data.openapi)) {
		const said =
			data.openapi === undefined ? 'does not say its OpenAPI version' : `says OpenAPI ${String(data.openapi)}`;
		return {
			severity: 'error',
			code: 'openapi-version',
			message: `${file} ${said}; Specimen reads 3.0, 3.1 and 3.2.`,
			place: root.locate('/openapi', true),
			hint: 'Write "openapi: 3.1.0" at its top.',
		};
	}
	return undefined;
}
