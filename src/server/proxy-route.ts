import { createProxy, type ProxyOptions } from '../proxy/create-proxy.ts';
import type { Route } from './route.ts';
import { SANDBOXED_HEADERS } from './security-headers.ts';

/** `/try`: sends requests of the try-it client to the APIs that the proxy is turned on for; see `createProxy`. */
export function proxyRoute(options: Omit<ProxyOptions, 'basePath'>): Route {
	const prefix = '/try';
	const headers = {
		...SANDBOXED_HEADERS,
		'cache-control': 'no-store',
		'cross-origin-resource-policy': 'same-origin',
	};
	return { prefix, answer: createProxy({ ...options, basePath: prefix }), headers };
}
