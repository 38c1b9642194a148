/** Bytes that grow at their end without being copied each time. */
export class GrowingBytes {
	#space = new Uint8Array(64 * 1024);
	#length = 0;

	/** What there is so far; later growth does not change it. */
	get bytes(): Uint8Array<ArrayBuffer> {
		return this.#space.subarray(0, this.#length);
	}

	add(more: Uint8Array): void {
		const length = this.#length + more.length;
		if (length > this.#space.length) {
			const space = new Uint8Array(Math.max(length, this.#space.length * 2));
			space.set(this.bytes);
			this.#space = space;
		}
		this.#space.set(more, this.#length);
		this.#length = length;
	}
}
