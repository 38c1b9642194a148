import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { createCertificate, subjectHash } from './certificate.ts';

/** A certificate authority that lives as long as this process and that only proof runs trust. */
export interface Authority {
	/** The authority's own certificate, PEM: what a client has to trust. */
	certificate: string;
	/** OpenSSL's hash of its subject, for trust stores that are folders of files. */
	subjectHash: string;
	/** A certificate for one host name, and its key, PEM. */
	credentialsFor(host: string): { key: string; cert: string };
	/** The same as TLS wants it, made at the first request for a host and kept. */
	contextFor(host: string): SecureContext;
}

/** Contexts kept; a client that asks for more hosts than any run has makes them anew. */
const contextLimit = 256;

/**
 * Makes an authority with a fresh EC P-256 key. The subject is random because some trust stores
 * (Mono's) hold one certificate a subject, and two runs side by side would evict each other.
 */
export function createAuthority(): Authority {
	const name = `specimen capture ${randomBytes(8).toString('hex')}`;
	const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const issuer = { name, ...own };
	const certificate = createCertificate({
		name,
		publicKey: own.publicKey,
		issuer,
		kind: 'authority',
	});
	const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const key = server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
	const contexts = new Map<string, SecureContext>();

	const credentialsFor = (host: string) => {
		const { publicKey } = server;
		return { key, cert: createCertificate({ name: host, publicKey, issuer, kind: 'server' }) };
	};
	const contextFor = (host: string) => {
		const known = contexts.get(host);
		if (known) return known;
		const context = createSecureContext(credentialsFor(host));
		if (contexts.size < contextLimit) contexts.set(host, context);
		return context;
	};
	return { certificate, subjectHash: subjectHash(name), credentialsFor, contextFor };
}
