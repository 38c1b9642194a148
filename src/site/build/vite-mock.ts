import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ProblemError } from '../../core/problem.ts';
import { mockRoutes, mockServices } from '../../server/mock-route.ts';
import { readSpecs } from '../../server/read-specs.ts';
import type { Route } from '../../server/route.ts';
import { routeMiddleware } from '../../server/route-middleware.ts';
import { serviceRoutes } from '../../server/services.ts';

/**
 * Serves the mock while developing, at the paths where the server of the built site has it. A change of a spec makes it
 * anew; while a file is at fault, the mock stays as it was and the log names the place.
 */
export function viteMock(folder: string): Plugin {
	return {
		name: 'specimen-mock',
		apply: 'serve',
		configureServer({ middlewares, config }) {
			let routes: readonly Route[] = [];
			let madeFrom: string | undefined;
			middlewares.use(
				routeMiddleware(() => {
					const files = versionOf(folder);
					if (files === madeFrom) return routes;
					madeFrom = files;
					try {
						const apis = readSpecs(folder);
						routes = [...serviceRoutes(mockServices(apis)), ...mockRoutes(apis)];
					} catch (error) {
						if (!(error instanceof ProblemError)) throw error;
						config.logger.error(`The mock stays as it was. ${describe(error)}`);
					}
					return routes;
				}),
			);
		},
	};
}

/** What changes with the files that a mock is made from. The disk is asked, for a watcher swallows one change of two in quick succession. */
function versionOf(folder: string): string {
	if (!existsSync(folder)) return '';
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\.(ya?ml|json)$/.test(name),
	);
	return files
		.sort()
		.map((name) => `${name} ${statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs}`)
		.join('\n');
}

function describe({ problem: { place, message, hint } }: ProblemError): string {
	return `${place ? `${place.file}:${place.line}:${place.column}: ` : ''}${message}${hint ? ` ${hint}` : ''}`;
}
