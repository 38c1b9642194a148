import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** No source of an SDK is larger; what is, is data. */
const largestFile = 8 * 1024 * 1024;

/**
 * Every identifier in the files of an installed package, read as text whatever they are (the names of a .NET assembly
 * stand in it as they are written; those in a Java archive are compressed, and are not found). The package's files are
 * those below a folder, or in a file, that bears the last word of its name; all of the project's where there are none.
 */
export function packageIdentifiers(project: string, name: string): Set<string> {
	const word = name
		.split(/[/:]/)
		.filter((part) => !/^v\d+$/.test(part))
		.at(-1)
		?.toLowerCase();
	const all = filesBelow(project);
	const named = all.filter((file) =>
		file.split('/').some((part) => part.toLowerCase().replace(/[-.@].*$/, '') === word?.replace(/[-.@].*$/, '')),
	);
	const identifiers = new Set<string>();
	for (const file of named.length > 0 ? named : all) {
		const path = join(project, file);
		if (statSync(path).size > largestFile) continue;
		for (const [identifier] of readFileSync(path, 'latin1').matchAll(/[A-Za-z_]\w{2,}/g)) identifiers.add(identifier);
	}
	return identifiers;
}

/** The files below a folder, by relative path; links to folders are followed, one within another is not. */
function filesBelow(folder: string, below = '', linked = false): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
		const path = below === '' ? entry.name : `${below}/${entry.name}`;
		if (entry.isDirectory()) return filesBelow(folder, path, linked);
		if (entry.isFile()) return [path];
		const to = statSync(join(folder, path), { throwIfNoEntry: false });
		if (to?.isFile()) return [path];
		return to?.isDirectory() && !linked ? filesBelow(folder, path, true) : [];
	});
}
