import { HTTPSnippet as ReadmeSnippet } from '@readme/httpsnippet';
import { snippetz } from '@scalar/snippetz';
import httpsnippet from 'httpsnippet';
import type { HarRequest } from './har.ts';

/** A peer: writes samples of requests in the seven languages, or in one, and says how many they are. */
export interface Peer {
	name: string;
	write(requests: readonly HarRequest[], languages: readonly string[]): number;
}

/** Each language's client that is closest to ours: for Python `requests`, for Java that of the JDK… */
const CLIENTS: Readonly<Record<string, string>> = {
	python: 'requests',
	ruby: 'native',
	node: 'fetch',
	php: 'curl',
	java: 'nethttp',
	csharp: 'httpclient',
	go: 'native',
};

/** The languages that all peers and we write. */
export const SEVEN = Object.keys(CLIENTS);

/** What the two httpsnippets have in common. A request is read once for all languages, which is how they are fastest. */
type Snippet = new (request: never) => { convert(language: never, client: never): unknown };

function snippetWriter(Snippet: Snippet): Peer['write'] {
	return (requests, languages) => {
		let written = 0;
		for (const request of requests) {
			const snippet = new Snippet(request as never);
			for (const language of languages) {
				if (snippet.convert(language as never, CLIENTS[language] as never)) written++;
			}
		}
		return written;
	};
}

const printer = snippetz();

/** The generators that we are measured beside. */
export const peers: readonly Peer[] = [
	{ name: 'httpsnippet', write: snippetWriter(httpsnippet.HTTPSnippet as never) },
	{ name: '@readme/httpsnippet', write: snippetWriter(ReadmeSnippet as never) },
	{
		name: '@scalar/snippetz',
		write(requests, languages) {
			let written = 0;
			for (const request of requests) {
				for (const language of languages) {
					if (printer.print(language as never, CLIENTS[language] as never, request)) written++;
				}
			}
			return written;
		},
	},
];
