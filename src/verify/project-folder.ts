import { join } from 'node:path';
import type { Sdk } from './runner.ts';

/** Where the project of a language's SDK lies below the folder that SDKs are kept in. */
export function projectFolder(cache: string, language: string, { name, version }: Sdk): string {
	return join(cache, language, `${name}-${version}`.replace(/[^\w.-]+/g, '-'));
}
