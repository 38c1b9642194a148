import { asList, asObject, asText } from '../../core/document.ts';
import type { Operation } from '../../core/operation.ts';
import { unknownServer } from '../../core/read-servers.ts';
import { suggest } from '../../core/suggest.ts';
import { createRouter, type Match } from '../../mock/router.ts';
import type { CapturedRequest } from '../captured-request.ts';
import type { RequestFault } from './hold-request.ts';

/** Finds what a request is for, among the operations of one or more documents at any of their servers. */
export type FindOperation = (request: CapturedRequest) => Match | RequestFault;

/** Makes the search of the operations; a document without an absolute server address is at home on every host. */
export function createOperationSearch(operations: readonly Operation[]): FindOperation {
	const served = operations.flatMap((operation) => operation.servers.map((server) => ({ ...operation, server })));
	const routers = new Map<string, ReturnType<typeof createRouter>>();
	const hosts = served.map((operation) => ({ operation, host: hostPattern(operation) }));
	const paths = [...new Set(served.map(({ path, server }) => pathOf(server) + path))];
	return (request) => {
		const host = request.host.toLowerCase();
		const here = hosts.filter((one) => !one.host || one.host.test(host)).map(({ operation }) => operation);
		const asked = `${request.method} ${request.path}`;
		if (here.length === 0) {
			const known = [...new Set(served.map(({ server }) => new URL(server).host))];
			const message = `This sends ${asked} to ${host}, which is no server of the document.`;
			return { code: 'unknown-server', message, hint: suggest(host, known), names: [host] };
		}
		const router = routers.get(host) ?? createRouter(here);
		routers.set(host, router);
		const methods = router.find(request.path);
		const match = methods?.get(request.method);
		if (match) return match;
		const names = [...request.path.split('/').filter(Boolean).reverse(), host];
		if (methods) {
			const hint = `The document has ${[...methods.keys()].join(', ')} for this path.`;
			return {
				code: 'unknown-operation',
				message: `No operation is ${asked}.`,
				hint,
				names: [request.method, ...names],
			};
		}
		const other = router.suggest(request.path);
		const hint = other ? `Did you mean ${other}?` : closest(request.path, paths);
		return { code: 'unknown-operation', message: `No operation has the path of ${asked}.`, hint, names };
	};
}

function pathOf(server: string): string {
	return new URL(server).pathname.replace(/\/+$/, '');
}

/** The path template that differs least, its parameters filled from the request so that they do not count. */
function closest(path: string, templates: readonly string[]): string {
	const segments = path.split('/');
	const filled = new Map(
		templates.map((template) => {
			const parts = template.split('/').map((part, at) => (part.includes('{') ? (segments[at] ?? part) : part));
			return [parts.join('/'), template];
		}),
	);
	return suggest(path, [...filled.keys()]).replace(
		/"([^"]*)"/,
		(_whole, best: string) => `"${filled.get(best) ?? best}"`,
	);
}

/** The host of an operation's server, with a variable of the document's address as anything; undefined is every host. */
function hostPattern({ server, document }: Operation): RegExp | undefined {
	const own = new URL(server).host.toLowerCase();
	if (own === new URL(unknownServer).host) return undefined;
	const raw = asList(document.root.servers).map((one) => asText(asObject(one).url) ?? '');
	const hosts = raw.flatMap((url) => /^[a-z][a-z\d+.-]*:\/\/([^/]+)/i.exec(url)?.[1] ?? []);
	const patterns = [own, ...hosts].map((host) =>
		host
			.split(/\{[^}]+\}/)
			.map((piece) => piece.replace(/[\\^$.*+?()[\]|]/g, '\\$&'))
			.join('[^/]+'),
	);
	return new RegExp(`^(${patterns.join('|')})$`, 'i');
}
