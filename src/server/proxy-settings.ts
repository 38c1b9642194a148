import { ProblemError } from '../core/problem.ts';
import type { Limits } from '../proxy/limits.ts';
import type { SiteNames } from '../proxy/refuse-foreign.ts';

/** What the environment says of the proxy. */
export interface ProxySettings {
	/** The APIs that it is turned on for. */
	apis: string[];
	ports: number[];
	/** Whether this machine's own servers may be reached, by HTTP as well. */
	loopback: boolean;
	site: SiteNames;
	limits: Partial<Limits>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads `TRY_PROXY` and what belongs to it; without it the proxy is off. `host` is where the server listens.
 * Throws a `ProblemError` that names the setting.
 */
export function readProxySettings(environment: Environment, host: string): ProxySettings {
	const { ports, limits } = { ports: readPorts(environment), limits: readLimits(environment) };
	const published = readPublished(environment);
	const hosts = [...LOOPBACK, bracketed(host).toLowerCase(), ...(published ? [published.hostname] : [])];
	return {
		apis: listOf(environment.TRY_PROXY),
		ports,
		loopback: readLoopback(environment, host),
		site: { hosts, ...(published ? { origin: published.origin } : {}) },
		limits,
	};
}

function readPorts({ TRY_PROXY_PORTS: text }: Environment): number[] {
	const ports = listOf(text || '443');
	if (ports.every((port) => /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535))
		return ports.map(Number);
	throw fault('TRY_PROXY_PORTS', text, 'no list of ports', 'Set it to ports with commas between them: 443,8443');
}

function readLoopback({ TRY_PROXY_LOOPBACK: text }: Environment, host: string): boolean {
	if (!text) return false;
	if (text !== 'http')
		throw fault('TRY_PROXY_LOOPBACK', text, 'nothing it can be', 'Set it to http while developing, or leave it out.');
	if (LOOPBACK.includes(bracketed(host))) return true;
	throw new ProblemError({
		severity: 'error',
		code: 'bad-try-proxy-loopback',
		message: `TRY_PROXY_LOOPBACK opens this machine's own servers, and HOST is ${host}, where others may ask.`,
		hint: 'It is for development: leave it out, or listen on 127.0.0.1.',
	});
}

function readPublished({ SITE_URL: text }: Environment): URL | undefined {
	if (!text) return undefined;
	const url = URL.parse(text);
	if (url && /^https?:$/.test(url.protocol)) return url;
	throw fault('SITE_URL', text, 'no address of a site', 'Set it to one such as https://docs.example.com');
}

function readLimits(environment: Environment): Partial<Limits> {
	const { TRY_PROXY_RATE: rate, TRY_PROXY_CONCURRENT: concurrent } = environment;
	return {
		...(rate ? { perMinute: readCount('TRY_PROXY_RATE', rate) } : {}),
		...(concurrent ? { concurrentPerClient: readCount('TRY_PROXY_CONCURRENT', concurrent) } : {}),
	};
}

function readCount(name: string, text: string): number {
	if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
	throw fault(name, text, 'no number of requests', 'Set it to a number from 1 on, or leave it out.');
}

function listOf(text: string | undefined): string[] {
	const items = (text ?? '').split(',').map((item) => item.trim());
	return [...new Set(items.filter(Boolean))];
}

/** A host as it stands in a URL. */
function bracketed(host: string): string {
	return host.includes(':') ? `[${host}]` : host;
}

function fault(name: string, text: string | undefined, what: string, hint: string): ProblemError {
	const code = `bad-${name.toLowerCase().replaceAll('_', '-')}`;
	return new ProblemError({
		severity: 'error',
		code,
		message: `${name} is ${JSON.stringify(text)}, which is ${what}.`,
		hint,
	});
}
