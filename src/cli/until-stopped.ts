/**
 * A signal that is given when somebody presses Ctrl-C, or ends this process politely. Once there is something to clear
 * away, `atExit` does so and lets the process end as the system ends it, so that a shell sees what happened.
 */
export function untilStopped(): AbortSignal {
	const stop = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => {
			console.error('Stopped before the end.');
			stop.abort();
		});
	return stop.signal;
}
