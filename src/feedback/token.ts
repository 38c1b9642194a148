import { createHash, randomBytes } from 'node:crypto';

/** Makes a token that nobody can guess: 256 bits, in letters that an address may hold. */
export function makeToken(): string {
	return randomBytes(32).toString('base64url');
}

/** Whether a text can be a token at all. */
export function isToken(text: string): boolean {
	return /^[\w-]{43}$/.test(text);
}

/** What is kept of a token that opens something; with 256 bits of chance in it, it needs no salt. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
