import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { bitString, der, objectId, tag } from './der.ts';

/** Whom a certificate is for, and who vouches for it. */
export interface CertificateRequest {
	/** The common name; a certificate for a server also carries it as its alternative name. */
	name: string;
	publicKey: KeyObject;
	issuer: { name: string; publicKey: KeyObject; privateKey: KeyObject };
	/** An authority may sign others; a server certificate names one host. */
	kind: 'authority' | 'server';
}

const day = 24 * 60 * 60 * 1000;
const ecdsaWithSha256 = () => der(tag.sequence, objectId('1.2.840.10045.4.3.2'));

/**
 * Makes an X.509 v3 certificate in PEM, valid from yesterday for a month. Node signs but does not
 * write certificates, and writing one takes fewer lines than asking `openssl` for it.
 */
export function createCertificate(request: CertificateRequest): string {
	const { issuer } = request;
	const now = Date.now();
	const body = der(
		tag.sequence,
		der(0xa0, der(tag.integer, Buffer.from([2]))),
		// The first byte keeps the number positive and its encoding minimal.
		der(tag.integer, Buffer.from([0x40]), randomBytes(15)),
		ecdsaWithSha256(),
		distinguishedName(issuer.name),
		der(tag.sequence, utcTime(now - day), utcTime(now + 30 * day)),
		// X.520 ends a common name at 64 characters; the alternative name holds all of it.
		distinguishedName(request.name.slice(0, 64)),
		spki(request.publicKey),
		der(0xa3, der(tag.sequence, ...extensions(request))),
	);
	const signature = sign('sha256', body, issuer.privateKey);
	const certificate = der(tag.sequence, body, ecdsaWithSha256(), bitString(signature));
	const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
	return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/**
 * The eight hex digits under which OpenSSL and Mono look for a certificate in a folder: SHA-1 of
 * the name in canonical form, where letters are lower case and the outer SEQUENCE is left out.
 */
export function subjectHash(name: string): string {
	const digest = createHash('sha1').update(relativeName(name.toLowerCase())).digest();
	return digest.readUInt32LE(0).toString(16).padStart(8, '0');
}

function distinguishedName(name: string): Buffer {
	return der(tag.sequence, relativeName(name));
}

function relativeName(name: string): Buffer {
	const value = der(tag.utf8String, Buffer.from(name));
	return der(tag.set, der(tag.sequence, objectId('2.5.4.3'), value));
}

function extensions({ name, kind, publicKey, issuer }: CertificateRequest): Buffer[] {
	const authority = kind === 'authority';
	const yes = der(tag.boolean, Buffer.from([0xff]));
	const extension = (id: string, value: Buffer, critical = false) =>
		der(tag.sequence, objectId(id), ...(critical ? [yes] : []), der(tag.octetString, value));
	const usage = authority ? bitString(Buffer.from([0x06]), 1) : bitString(Buffer.from([0x80]), 7);
	const always = [
		extension('2.5.29.19', der(tag.sequence, ...(authority ? [yes] : [])), true),
		extension('2.5.29.15', usage, true),
		extension('2.5.29.14', der(tag.octetString, keyId(publicKey))),
		extension('2.5.29.35', der(tag.sequence, der(0x80, keyId(issuer.publicKey)))),
	];
	if (authority) return always;
	return [
		...always,
		extension('2.5.29.37', der(tag.sequence, objectId('1.3.6.1.5.5.7.3.1'))),
		extension('2.5.29.17', der(tag.sequence, alternativeName(name))),
	];
}

function alternativeName(host: string): Buffer {
	if (isIP(host) === 4) return der(0x87, Buffer.from(host.split('.').map(Number)));
	return der(0x82, Buffer.from(host));
}

function keyId(key: KeyObject): Buffer {
	return createHash('sha1').update(spki(key)).digest();
}

function spki(key: KeyObject): Buffer {
	return key.export({ type: 'spki', format: 'der' });
}

function utcTime(time: number): Buffer {
	const text = new Date(time).toISOString().replace(/^..|[-:T]|\.\d+/g, '');
	return der(tag.utcTime, Buffer.from(text));
}
