import { createHash } from 'node:crypto';

/** The password that Java's own trust store has by default; it protects nothing here. */
export const password = 'changeit';

/**
 * Writes a Java key store (JKS, version 2) that trusts one certificate. `keytool` would take a
 * second for it, and a PKCS 12 file needs an attribute that OpenSSL adds only since 3.2.
 */
export function keyStore(pem: string): Buffer {
	const certificate = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
	const content = Buffer.concat([
		uint32(0xfeedfeed),
		uint32(2),
		uint32(1),
		uint32(2), // a trusted certificate
		text('specimen'),
		uint64(Date.now()),
		text('X.509'),
		uint32(certificate.length),
		certificate,
	]);
	const secret = Buffer.from(password, 'utf16le').swap16();
	const salt = 'Mighty Aphrodite'; // the format's own
	const digest = createHash('sha1').update(secret).update(salt).update(content).digest();
	return Buffer.concat([content, digest]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

function uint64(value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64BE(BigInt(value));
	return bytes;
}

function text(value: string): Buffer {
	const bytes = Buffer.from(value);
	return Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
}
