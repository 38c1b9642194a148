import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { start } from '../server/start.ts';
import { stopOnSignal } from '../server/stop-on-signal.ts';
import { commandLine } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import type { Workspace } from './workspace.ts';

/** `specimen serve`: serves the built site and a mock of every API, until it is stopped. */
export async function serve(args: string[], { root }: Workspace): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { host: { type: 'string' }, port: { type: 'string' } } });
	const { server, address } = await start({
		directory: root,
		environment: {
			...process.env,
			...(values.host ? { HOST: values.host } : {}),
			...(values.port ? { PORT: values.port } : {}),
		},
		log: (line) => console.error(line),
		commands: { build: commandLine('build'), start: commandLine('serve') },
	});
	stopOnSignal(server);
	console.log(`The site is at ${address}`);
	await once(server, 'close');
	return 0;
}
