import type { Outgoing } from './exchange.ts';

/**
 * Puts the mock back to its start for the credentials that a request carries, and says how that went. `base` is the
 * site's base path.
 */
export async function resetMock(base: string, { request }: Outgoing): Promise<string> {
	try {
		const response = await fetch(`${base}/_specimen/mock-state${new URL(request.url).search}`, {
			method: 'DELETE',
			headers: Object.fromEntries(request.headers.filter(([name]) => !/^content-type$/i.test(name))),
			credentials: 'omit',
		});
		return response.ok ? 'The mock is as it was at the start.' : `The mock could not be reset (${response.status}).`;
	} catch {
		return 'The mock could not be reached.';
	}
}
