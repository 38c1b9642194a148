import { type Auth, type Credential, credentialsOf } from '../../core/credential.ts';
import type { SiteApi } from './apis.ts';

/** One way in which requests of an API prove who sends them. */
export interface WayToAuthenticate {
	/** `HTTP Basic`, `Bearer token`, `API key`. */
	name: string;
	/** Where it goes, e.g. `in the header X-API-Key`. */
	place: string;
	/** What the reader has to supply. */
	credentials: readonly Credential[];
}

/** The ways that the operations of an API ask for, each once. */
export function waysToAuthenticate({ tasks }: SiteApi): WayToAuthenticate[] {
	const ways = tasks.flatMap(({ operation }) => operation.auth).map(read);
	return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}

function read(auth: Auth): WayToAuthenticate {
	const credentials = credentialsOf([auth]);
	if (auth.kind === 'basic') return { name: 'HTTP Basic', place: 'in the header Authorization', credentials };
	if (auth.kind === 'bearer') return { name: 'Bearer token', place: 'in the header Authorization', credentials };
	const place = auth.in === 'query' ? 'query parameter' : auth.in;
	return { name: 'API key', place: `in the ${place} ${auth.name}`, credentials };
}
