/** A fault of the proxy's own, as it may be logged: where it happened, without its words, which may hold a secret. */
export function withoutMessage(error: unknown): Error {
	const fault = new Error('The proxy failed');
	const frames = error instanceof Error ? error.stack?.split('\n').filter((text) => /^ {4}at /.test(text)) : undefined;
	if (frames) fault.stack = ['Error: The proxy failed', ...frames].join('\n');
	return fault;
}
