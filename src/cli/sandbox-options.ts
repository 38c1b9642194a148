import { credentialsOf } from '../core/credential.ts';
import type { Api } from '../core/sample.ts';
import type { ProofValues } from '../verify/proof-values.ts';
import { UsageError } from './exit-code.ts';

/** The base URL that `--server` names, without a slash at its end. */
export function readServer(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
		throw new UsageError(`--server ${text}: write the base URL of an API, for example http://localhost:4010/v1.`);
	return text.replace(/\/+$/, '');
}

/** The credentials of a sandbox's account, from the environment variables that the API names. */
export function readCredentials({ tasks }: Api): ProofValues {
	const credentials = tasks.flatMap(({ operation }) => credentialsOf(operation.auth));
	const missing = [...new Set(credentials.map(({ env }) => env).filter((env) => !process.env[env]))];
	if (missing.length > 0)
		throw new UsageError(`--server takes the account's credentials from the environment: set ${missing.join(', ')}.`);
	return Object.fromEntries(credentials.map(({ name, env }) => [name, process.env[env] ?? '']));
}
