import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/language.ts';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';

/** A sample written by hand: `authored/<operationId>/<style>/<file>`. */
export interface AuthoredSample {
	operationId: string;
	language: string;
	style: string;
	fileName: string;
	code: string;
	/** Where it was read from. */
	file: string;
}

/** Reads the authored samples of an API's folder. Ones that fit no task, style or language are problems. */
export function loadAuthored(
	folder: string,
	languages: readonly Language[],
	taskIds: readonly string[],
	styles: readonly string[],
): { authored: AuthoredSample[]; problems: Problem[] } {
	const authored: AuthoredSample[] = [];
	const problems: Problem[] = [];
	const root = join(folder, 'authored');
	const complain = (file: string, code: string, message: string, hint: string) =>
		problems.push({ severity: 'error', code, message, hint, place: { file, line: 1, column: 1 } });
	for (const operationId of folders(root)) {
		const ofTask = join(root, operationId);
		if (!taskIds.includes(operationId)) {
			complain(
				ofTask,
				'unknown-operation',
				`There is no operation or task "${operationId}".`,
				suggest(operationId, taskIds),
			);
			continue;
		}
		for (const style of folders(ofTask)) {
			const ofStyle = join(ofTask, style);
			if (!styles.includes(style)) {
				complain(ofStyle, 'unknown-style', `There is no style "${style}".`, suggest(style, styles));
				continue;
			}
			for (const fileName of readdirSync(ofStyle).sort()) {
				const file = join(ofStyle, fileName);
				const language = languages.find((candidate) => extension(candidate.fileName(['x'])) === extension(fileName));
				if (!language) {
					complain(
						file,
						'unknown-language',
						`No language of Specimen has files like ${fileName}.`,
						suggest(
							fileName,
							languages.map((known) => known.fileName(['sample'])),
						),
					);
					continue;
				}
				authored.push({ operationId, language: language.id, style, fileName, code: readFileSync(file, 'utf8'), file });
			}
		}
	}
	return { authored, problems };
}

function folders(path: string): string[] {
	if (!existsSync(path)) return [];
	return readdirSync(path)
		.sort()
		.filter((name) => statSync(join(path, name)).isDirectory());
}

function extension(fileName: string): string {
	return fileName.slice(fileName.lastIndexOf('.'));
}
