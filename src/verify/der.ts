/**
 * Writes one DER element: the tag, the length and the contents, which may themselves be elements.
 * Only what an X.509 certificate needs is here (ITU-T X.690, section 8).
 */
export function der(tag: number, ...contents: Uint8Array[]): Buffer {
	const body = Buffer.concat(contents);
	const length: number[] = [];
	for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
	const short = body.length < 0x80;
	const head = short ? [tag, body.length] : [tag, 0x80 | length.length, ...length];
	return Buffer.concat([Buffer.from(head), body]);
}

/** The tags that a certificate uses. */
export const tag = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	objectId: 0x06,
	utf8String: 0x0c,
	utcTime: 0x17,
	sequence: 0x30,
	set: 0x31,
} as const;

/** An object identifier, written as `1.2.840…`. */
export function objectId(dotted: string): Buffer {
	const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	const bytes = [first * 40 + second];
	for (const arc of rest) {
		const digits = [arc % 128];
		for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
			digits.unshift(0x80 | (left % 128));
		}
		bytes.push(...digits);
	}
	return der(tag.objectId, Buffer.from(bytes));
}

/** A bit string of whole bytes, or one whose last `unused` bits do not count. */
export function bitString(bytes: Uint8Array, unused = 0): Buffer {
	return der(tag.bitString, Buffer.from([unused]), bytes);
}
