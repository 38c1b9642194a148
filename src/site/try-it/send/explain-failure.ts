import type { Way } from './exchange.ts';
import { FailureError } from './failure-error.ts';

/** What is known of a request that got no answer. */
interface Circumstances {
	way: Way;
	url: URL;
	/** The page's own policy forbade it. */
	byPolicy: boolean;
}

const ELSEWHERE =
	'Copy the request as cURL and run it in a terminal, or ask whoever runs this site to turn on its proxy.';

/** Says why a request got no answer that the page may read; browsers give one and the same error for all of it. */
export function explainFailure({ way, url, byPolicy }: Circumstances): FailureError {
	const { navigator, location } = globalThis as { navigator?: Navigator; location?: Location };
	if (navigator?.onLine === false) {
		return new FailureError('offline', 'There is no network.', 'Connect this device again, then send once more.');
	}
	if (byPolicy) {
		return new FailureError(
			'blocked',
			`The browser blocked it: this site does not let its pages send anything to ${url.host}.`,
			ELSEWHERE,
		);
	}
	if (way !== 'direct') {
		return new FailureError(
			'unreachable',
			"This site's own server does not answer.",
			'It may be starting again, or the connection to it is lost: wait a moment, then send once more.',
		);
	}
	if (location?.protocol === 'https:' && url.protocol === 'http:') {
		return new FailureError(
			'blocked',
			`The browser blocked it: a page that came encrypted may not ask ${url.host} unencrypted.`,
			`Choose a server whose address begins with https. ${ELSEWHERE}`,
		);
	}
	return new FailureError(
		'blocked',
		`The browser blocked it, or ${url.host} cannot be reached: an API has to allow pages of other sites (CORS), and browsers do not tell the two apart.`,
		ELSEWHERE,
	);
}
