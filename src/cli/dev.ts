import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { configNames } from '../load/load-config.ts';
import { loadProject, type Project } from '../load/load-project.ts';
import { openAstro, siteFault } from './astro.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { reportProblems } from './report.ts';
import type { Workspace } from './workspace.ts';

type DevServer = Awaited<ReturnType<typeof import('astro').dev>>;

/** `specimen dev`: the site while it is written. What is edited shows at once; another configuration starts it again. */
export async function dev(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { host: { type: 'string' }, port: { type: 'string' } } });
	if (values.port && !/^\d{1,5}$/.test(values.port)) throw new UsageError(`--port ${values.port}: write a number.`);
	const at = { host: values.host ?? '127.0.0.1', ...(values.port ? { port: Number(values.port) } : {}) };
	let running = await open(workspace, at);
	let restarting = Promise.resolve();
	const watch = ({ watcher }: DevServer) => {
		watcher.add(configNames.map((name) => resolve(workspace.root, name)));
		watcher.on('all', (event, file) => {
			if (decidesPages(workspace, event, resolve(file))) restarting = restarting.then(restart);
		});
	};
	const restart = async () => {
		const project = await loadProject(workspace.root);
		reportProblems(project.problems, 'text');
		// The site goes on as it was until the configuration is mended.
		if (project.problems.some(({ severity }) => severity === 'error')) return;
		await running.stop();
		running = await open(project, { ...at, port: running.address.port });
		watch(running);
	};
	watch(running);
	await new Promise<void>((settle) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => settle());
	});
	await restarting;
	await running.stop();
	return 0;
}

async function open(project: Project, server: { host: string; port?: number }): Promise<DevServer> {
	const { astro, config } = await openAstro(project);
	try {
		return await astro.dev({ ...config, server });
	} catch (error) {
		throw siteFault(error);
	}
}

/** Whether a change decides which pages there are: of the configuration, or of whether the guides bring a first page along. */
function decidesPages({ root, folders }: Project, event: string, file: string): boolean {
	if (dirname(file) === resolve(root) && configNames.includes(basename(file))) return true;
	const isGuide = dirname(file) === resolve(folders.guides) && /\.mdx?$/.test(file);
	return isGuide && event !== 'change';
}
