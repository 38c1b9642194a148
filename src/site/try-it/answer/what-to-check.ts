import { credentialsOf } from '../../../core/credential.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Outgoing, Received } from '../send/exchange.ts';

/** What a reader can check after a 401, one sentence each; code among the words stands between backticks. */
export function whatToCheck(operation: Operation, { way, request }: Outgoing, { headers }: Received): string[] {
	const names = credentialsOf(operation.auth).map(({ name }) => `\`${name}\``);
	const challenge = headers.find(([name]) => name.toLowerCase() === 'www-authenticate')?.[1];
	const host = /^https?:\/\/([^/?#]+)/.exec(request.url)?.[1];
	const checks: string[] = [];
	if (names.length === 0) checks.push('The documentation names no credentials for this operation.');
	else checks.push(`Whether ${names.join(' and ')} are filled in, complete, and without spaces around them.`);
	if (way === 'mock') checks.push('The mock takes any credentials that are not empty, except `invalid`.');
	else if (host) checks.push(`Whether they belong to \`${host}\`: test and production often have their own.`);
	if (way !== 'mock' && names.length > 0) checks.push('Whether they were revoked, or have expired.');
	if (challenge) checks.push(`The API asks for \`${challenge}\`.`);
	return checks;
}
