import { ProblemError } from '../core/problem.ts';

/** Where the server listens, and what stands before it. */
export interface Settings {
	host: string;
	port: number;
	/** How many proxies of one's own stand before the server and write `X-Forwarded-For`. */
	trustedProxies: number;
}

/**
 * Reads `HOST` and `PORT` (`127.0.0.1:4321` where they are absent or empty) and `TRUSTED_PROXIES` (0).
 * Throws a `ProblemError` on what is no port, or no number of proxies.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
	const port = environment.PORT || '4321';
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
		throw fault(
			'bad-port',
			`PORT is ${JSON.stringify(port)}, which is no port.`,
			'Set it to a number from 0 to 65535, or leave it out.',
		);
	const proxies = environment.TRUSTED_PROXIES || '0';
	if (!/^\d$/.test(proxies))
		throw fault(
			'bad-trusted-proxies',
			`TRUSTED_PROXIES is ${JSON.stringify(proxies)}, which is no number of proxies.`,
			'Set it to how many proxies of your own stand before the server, from 0 to 9, or leave it out.',
		);
	return { host: environment.HOST || '127.0.0.1', port: Number(port), trustedProxies: Number(proxies) };
}

function fault(code: string, message: string, hint: string): ProblemError {
	return new ProblemError({ severity: 'error', code, message, hint });
}
