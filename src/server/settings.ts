import { ProblemError } from '../core/problem.ts';

/** What the environment says. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Where the server listens. */
export interface Settings {
	host: string;
	port: number;
}

/** Reads `HOST` and `PORT`; `127.0.0.1:4321` where they are absent or empty. Throws a `ProblemError` on what is no port. */
export function readSettings(environment: Environment): Settings {
	const port = environment.PORT || '4321';
	if (/^\d{1,5}$/.test(port) && Number(port) <= 65535)
		return { host: environment.HOST || '127.0.0.1', port: Number(port) };
	throw new ProblemError({
		severity: 'error',
		code: 'bad-port',
		message: `PORT is ${JSON.stringify(port)}, which is no port.`,
		hint: 'Set it to a number from 0 to 65535, or leave it out.',
	});
}

/**
 * Reads `TRUSTED_PROXIES`: how many proxies stand before the server; 0 where it is absent or empty. A number too large
 * would believe an address that the client made up. Throws a `ProblemError` on what is no number of them.
 */
export function readTrustedProxies(environment: Environment): number {
	const count = environment.TRUSTED_PROXIES || '0';
	if (/^\d$/.test(count)) return Number(count);
	throw new ProblemError({
		severity: 'error',
		code: 'bad-trusted-proxies',
		message: `TRUSTED_PROXIES is ${JSON.stringify(count)}, which is no number of proxies.`,
		hint: 'Set it to how many proxies stand before this server, from 0 to 9, or leave it out.',
	});
}
