import type { PageModel } from '../live/page-model.ts';
import type { Way } from './exchange.ts';

/** Where a request can go from this page. */
export interface Target {
	id: string;
	label: string;
	way: Way;
	/** What takes the place of the operation's server in the address. */
	server: string;
}

/** What the host of this page offers, as `/_specimen/services.json` says. */
export interface HostServices {
	mock?: unknown;
	proxy?: { apis?: readonly string[] };
}

/** Asks the host what it offers; a host of mere files offers nothing, and one that cannot be reached neither. */
export async function loadServices(base: string): Promise<HostServices> {
	try {
		const response = await fetch(`${base}/_specimen/services.json`, { cache: 'no-cache' });
		return response.ok ? ((await response.json()) as HostServices) : {};
	} catch {
		// The page itself was read without a network: whatever needs one will say so when it is used.
		return {};
	}
}

/** The targets of a task: the mock first, then the API's own servers, by the site's proxy where it is on for the API. */
export function listTargets({ api, task }: PageModel, services: HostServices, base: string): Target[] {
	const proxied = services.proxy?.apis?.includes(api.name) ?? false;
	const { servers } = task.operation;
	const mock: Target = {
		id: 'mock',
		label: 'Mock API (nothing real happens)',
		way: 'mock',
		server: `${location.origin}${base}/mock/${api.name}${URL.parse(servers[0] ?? '')?.pathname.replace(/\/+$/, '') ?? ''}`,
	};
	const real = servers.map(
		(server): Target => ({ id: server, label: server, way: proxied ? 'proxy' : 'direct', server }),
	);
	return services.mock ? [mock, ...real] : real;
}
