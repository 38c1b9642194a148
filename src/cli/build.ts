import { parseArgs } from 'node:util';
import { openAstro, siteFault } from './astro.ts';
import { commandLine } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import type { Workspace } from './workspace.ts';

/** `specimen build`: the site as files, into `dist/`. */
export async function build(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { out: { type: 'string' } } });
	const { astro, config } = await openAstro(workspace);
	try {
		await astro.build({ ...config, ...(values.out ? { outDir: values.out } : {}) });
	} catch (error) {
		throw siteFault(error);
	}
	console.error(`The site is in ${values.out ?? 'dist'}/, for any host of files.`);
	if (!values.out) console.error(`To serve it here, with a mock of the API: ${commandLine('serve')}`);
	return 0;
}
