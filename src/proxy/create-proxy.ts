import type { Task } from '../core/task.ts';
import { createAdmission } from './admission.ts';
import { answerStream } from './answer-stream.ts';
import { type Exchange, exchange } from './exchange.ts';
import { type Resolve, resolveBySystem } from './find-addresses.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type Dial, dialByTcp } from './open-connection.ts';
import { readWanted } from './read-wanted.ts';
import { RefusalError, refusalAnswer } from './refusal.ts';
import { refuseForeign, type SiteNames } from './refuse-foreign.ts';
import { withoutMessage } from './without-message.ts';

/** What a proxy is made of. */
export interface ProxyOptions {
	/** The path that it answers below: `<basePath>/send`. */
	basePath: string;
	/** The APIs that it is turned on for, by name, with their tasks; it is off where there are none. */
	apis: Readonly<Record<string, readonly Task[]>>;
	site: SiteNames;
	/** The ports that may be reached: 443 if absent. */
	ports?: readonly number[];
	/** Whether this machine's own servers may be reached, by HTTP as well; for development. */
	loopback?: boolean;
	limits?: Partial<Limits>;
	/** How names are resolved and connections made: by the system if absent. */
	resolve?: Resolve;
	dial?: Dial;
	/** Authorities to trust in place of the system's, PEM. */
	ca?: string;
}

/** Answers a request of the site's try-it client. */
export type Proxy = (request: Request, client: { address: string }) => Promise<Response>;

/**
 * Makes the proxy that try-it sends requests through where a browser cannot send them itself. It makes the request from
 * the document, so that no client can name an address, and answers in lines of JSON; see `envelope`.
 */
export function createProxy(options: ProxyOptions): Proxy {
	const { basePath, apis, site, ports = [443], loopback = false, ca } = options;
	const limits = { ...LIMITS, ...options.limits };
	const admission = createAdmission(limits);
	const ways = {
		policy: { ports, loopback },
		resolve: options.resolve ?? resolveBySystem,
		connection: { dial: options.dial ?? dialByTcp, ...(ca === undefined ? {} : { ca }) },
		limits,
	};

	async function answer(request: Request, client: { address: string }): Promise<Response> {
		refuseElse(request, basePath);
		if (Object.keys(apis).length === 0) throw off();
		refuseForeign(request.headers, site);
		const release = admission.admit(client.address);
		let begun: Exchange | undefined;
		try {
			const wanted = readWanted(await readText(request, limits.requestBytes));
			begun = await exchange(findTask(apis, wanted.api, wanted.task), wanted, ways, request);
			return answerStream(begun, release);
		} catch (error) {
			begun?.end();
			release();
			throw error;
		}
	}

	return async (request, client) => {
		try {
			return await answer(request, client);
		} catch (error) {
			if (error instanceof RefusalError) return refusalAnswer(error.refusal);
			throw withoutMessage(error);
		}
	};
}

function refuseElse(request: Request, basePath: string): void {
	if (new URL(request.url).pathname !== `${basePath}/send`) {
		throw new RefusalError('not-found', 'There is nothing at this address.', `Requests go to ${basePath}/send.`);
	}
	if (request.method === 'POST') return;
	throw new RefusalError('method-not-allowed', 'Only POST is answered here.', 'Send the request by POST.');
}

async function readText(request: Request, limit: number): Promise<string> {
	const bytes = await request.arrayBuffer();
	if (bytes.byteLength <= limit) return new TextDecoder().decode(bytes);
	throw new RefusalError('too-large', `A request holds at most ${limit} bytes.`, 'Send shorter values.');
}

function findTask(apis: ProxyOptions['apis'], api: string, id: string): Task {
	const tasks = Object.hasOwn(apis, api) ? apis[api] : undefined;
	if (!tasks) throw off();
	const task = tasks.find((candidate) => candidate.id === id);
	if (task) return task;
	throw new RefusalError('unknown-operation', 'The API has no such operation.', 'Reload the page, and send again.');
}

function off(): RefusalError {
	return new RefusalError(
		'proxy-off',
		'Requests of this API cannot be sent through this site.',
		'Try the mock, or run a sample; whoever runs the site turns this on with TRY_PROXY.',
	);
}
