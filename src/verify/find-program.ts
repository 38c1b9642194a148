import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The absolute path of a program on the user's PATH, or undefined. */
export function findProgram(name: string): string | undefined {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		if (folder === '') continue;
		const file = join(folder, name);
		try {
			accessSync(file, constants.X_OK);
			if (statSync(file).isFile()) return file;
		} catch {
			// Not here.
		}
	}
	return undefined;
}
