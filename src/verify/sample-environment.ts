import { delimiter, dirname } from 'node:path';
import type { Bench } from './runner.ts';

/**
 * The environment that every sample starts from: a terminal's UTF-8, the system's own programs and
 * those of its toolchain, and the port that redirects read. Nothing of the user's.
 */
export function sampleEnvironment(bench: Bench, port: number): Record<string, string> {
	const { command, companions = [] } = bench.toolchain;
	const folders = [command, ...companions].map((program) => dirname(program));
	return {
		PATH: [...new Set([...folders, '/usr/bin', '/bin'])].join(delimiter),
		LANG: 'C.UTF-8',
		TZ: 'UTC',
		SPECIMEN_PORT: String(port),
		SPECIMEN_CA: bench.certificateFile,
	};
}

/** The variables that send cURL and its like through the capture server as a proxy. */
export function proxyVariables(port: number): Record<string, string> {
	const proxy = `http://127.0.0.1:${port}`;
	const local = 'localhost,127.0.0.1,::1';
	return {
		HTTP_PROXY: proxy,
		http_proxy: proxy,
		HTTPS_PROXY: proxy,
		https_proxy: proxy,
		ALL_PROXY: proxy,
		all_proxy: proxy,
		NO_PROXY: local,
		no_proxy: local,
	};
}
