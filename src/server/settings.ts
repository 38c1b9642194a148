import { ProblemError } from '../core/problem.ts';

/** Where the server listens. */
export interface Settings {
	host: string;
	port: number;
}

/** Reads `HOST` and `PORT`; `127.0.0.1:4321` where they are absent or empty. Throws a `ProblemError` on what is no port. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
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
