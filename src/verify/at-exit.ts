const pending = new Set<() => void>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let listening = false;

/**
 * Sees to it that `clean` runs even where this process ends early, by `process.exit`, by an
 * uncaught error or by Ctrl-C. Call what it returns once the work is done the ordinary way.
 * `clean` must be synchronous; what it throws is dropped, so that the others still run.
 */
export function atExit(clean: () => void): () => void {
	listen();
	pending.add(clean);
	return () => pending.delete(clean);
}

function listen(): void {
	if (listening) return;
	listening = true;
	process.on('exit', runAll);
	for (const signal of signals) {
		const end = () => {
			runAll();
			// Whoever else listens decides how to go on; alone, we let the signal do what it does.
			if (process.listenerCount(signal) > 1) return;
			process.off(signal, end);
			process.kill(process.pid, signal);
		};
		process.on(signal, end);
	}
}

function runAll(): void {
	// The newest first: a process is ended before the folder that it writes to is deleted.
	for (const clean of [...pending].reverse()) {
		pending.delete(clean);
		try {
			clean();
		} catch {
			// Nothing more can be done for it at this point.
		}
	}
}
