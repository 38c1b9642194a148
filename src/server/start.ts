import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { ProblemError } from '../core/problem.ts';
import { requireProject } from '../load/load-project.ts';
import { apiOrigins } from './api-origins.ts';
import { createServer } from './create-server.ts';
import { feedbackRoute } from './feedback-route.ts';
import { listen } from './listen.ts';
import { mockRoutes, mockServices } from './mock-route.ts';
import { movedRoutes } from './moved-routes.ts';
import { proxyRoute } from './proxy-route.ts';
import { readProxySettings } from './proxy-settings.ts';
import { readSpecs } from './read-specs.ts';
import { readTasks } from './read-tasks.ts';
import { scriptHashReader } from './script-hashes.ts';
import { serviceRoutes } from './services.ts';
import { readSettings } from './settings.ts';
import { sitemapRoutes } from './sitemap-routes.ts';

/** What a start needs from its surroundings. */
export interface StartOptions {
	/** The project's folder, which holds `dist/`, `spec/` and its configuration. */
	directory: string;
	/** What to type to build and to start, for whoever cannot. */
	commands?: { build: string; start: string };
	environment: Readonly<Record<string, string | undefined>>;
	/** Told, a line at a time, of what goes wrong while the server runs. */
	log: (line: string) => void;
}

/** Starts the server of a built site, its APIs' mock, the proxy and the forms. Throws a `ProblemError` that says what to do where it cannot. */
export async function start(options: StartOptions): Promise<{ server: Server; address: string }> {
	const { directory, environment, log, commands = { build: 'npm run build', start: 'npm start' } } = options;
	const settings = readSettings(environment);
	const { apis, ...proxySettings } = readProxySettings(environment, settings.host);
	const siteDirectory = join(directory, 'dist');
	if (!existsSync(siteDirectory)) {
		throw new ProblemError({
			severity: 'error',
			code: 'not-built',
			message: 'There is no dist/: the site has not been built.',
			hint: `Build it first: ${commands.build}`,
		});
	}
	const scriptHashes = scriptHashReader(siteDirectory);
	// Asked once here, so that a malformed list ends the start rather than each answer.
	scriptHashes();
	const { folders, base, config } = await requireProject(directory, environment);
	const specs = existsSync(folders.spec) ? readSpecs(folders.spec) : {};
	const proxied = readTasks(folders.spec, apis, 'TRY_PROXY');
	const feedback = await feedbackRoute(options, siteDirectory);
	const server = createServer({
		siteDirectory,
		scriptHashes,
		trustedProxies: settings.trustedProxies,
		base,
		origins: { ...config.csp, 'connect-src': [...(config.csp?.['connect-src'] ?? []), ...apiOrigins(specs)] },
		...(config.embed ? { embedOrigins: config.embed.origins } : {}),
		routes: [
			...movedRoutes(siteDirectory, base),
			...sitemapRoutes(siteDirectory, base),
			...serviceRoutes({
				...mockServices(specs),
				...(apis.length > 0 ? { proxy: { apis } } : {}),
				...feedback.services,
			}),
			...mockRoutes(specs),
			proxyRoute({ apis: proxied, ...proxySettings }),
			...feedback.routes,
		],
		onError: (error, request) =>
			log(`${request.method} ${request.url?.split('?')[0]}: ${error instanceof Error ? error.stack : error}`),
	});
	server.once('close', () => void feedback.close());
	return { server, address: (await listen(server, settings, commands.start)) + (base && `${base}/`) };
}
