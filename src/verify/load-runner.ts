import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Runner } from './runner.ts';

const templates = join(import.meta.dirname, '../../templates');

/**
 * Loads what one language knows for the proof. A language's folder is its registration, so that the
 * browser's registry never meets a runner. Undefined where the language has none.
 */
export async function loadRunner(language: string): Promise<Runner | undefined> {
	const file = join(templates, language, `runner${extname(import.meta.filename)}`);
	if (!existsSync(file)) return undefined;
	const module = (await import(pathToFileURL(file).href)) as { runner: Runner };
	return module.runner;
}
