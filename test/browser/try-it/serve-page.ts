import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from '../../../src/server/create-server.ts';
import { listen } from '../../../src/server/listen.ts';
import { mockRoute } from '../../../src/server/mock-route.ts';
import { readSpecs } from '../../../src/server/read-specs.ts';
import { serviceRoutes } from '../../../src/server/services.ts';
import { buildSite } from '../build-site.ts';

/** Serves the built site as the project's own server does, with the mock of its API. */
export async function servePage(): Promise<{ origin: string; directory: string; close(): Promise<void> }> {
	const directory = await buildSite();
	const { scriptHashes } = JSON.parse(readFileSync(join(directory, '_specimen/csp.json'), 'utf8')) as {
		scriptHashes: string[];
	};
	const server = createServer({
		siteDirectory: directory,
		scriptHashes: () => scriptHashes,
		routes: [...serviceRoutes({ mock: true }), mockRoute(readSpecs('spec'))],
	});
	const origin = await listen(server, { host: '127.0.0.1', port: 0 });
	return {
		origin,
		directory,
		close: () =>
			new Promise((settle) => {
				server.closeAllConnections();
				server.close(() => settle());
			}),
	};
}
