import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SdkNames } from './sdk-names.ts';

const templates = join(import.meta.dirname, '../../templates');

/** Loads what a language knows of its SDKs' names; undefined where its folder says nothing of them. */
export async function loadSdkNames(language: string): Promise<SdkNames | undefined> {
	const file = join(templates, language, `sdk-names${extname(import.meta.filename)}`);
	if (!existsSync(file)) return undefined;
	const module = (await import(pathToFileURL(file).href)) as { sdkNames: SdkNames };
	return module.sdkNames;
}
