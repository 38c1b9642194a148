import type { Server } from 'node:http';

/** How long requests in flight may take to end, in milliseconds. */
const GRACE = 5_000;

/** How often connections are closed whose last answer has gone out, in milliseconds. */
const SWEEP = 50;

/** Stops the server on SIGINT and SIGTERM: no new connections, what is in flight may end, and a second signal ends it at once. */
export function stopOnSignal(server: Server): void {
	const signals = ['SIGINT', 'SIGTERM'] as const;
	let sweep: NodeJS.Timeout | undefined;
	const stop = () => {
		if (sweep) return server.closeAllConnections();
		server.close();
		// A connection that is kept alive after its answer would otherwise hold the process until it times out.
		sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
		setTimeout(() => server.closeAllConnections(), GRACE).unref();
	};
	for (const signal of signals) process.on(signal, stop);
	server.once('close', () => {
		clearInterval(sweep);
		for (const signal of signals) process.off(signal, stop);
	});
}
