import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TokenMarks } from '../../highlight/token-marks.ts';

/** How large the file may grow, in characters, with texts that the last build did not have. */
const LIMIT = 64_000_000;

/** Marks of texts by a digest of the text and its grammar, kept in one file from build to build. */
export class MarkCache {
	readonly #file: string;
	readonly #version: string;
	readonly #limit: number;
	readonly #kept = new Map<string, TokenMarks>();
	readonly #used = new Map<string, TokenMarks>();

	/** Reads the file, unless what highlights is of another version than it was then. */
	constructor(file: string, version: string, limit = LIMIT) {
		this.#limit = limit;
		this.#file = file;
		this.#version = version;
		if (!existsSync(file)) return;
		const [first, ...lines] = readFileSync(file, 'latin1').split('\n');
		if (first !== version) return;
		for (const line of lines) {
			const [key, marks] = line.split(' ');
			if (key && marks !== undefined) this.#kept.set(key, marks);
		}
	}

	/** The marks of a text, from the file or from this build. */
	get(key: string): TokenMarks | undefined {
		const marks = this.#used.get(key) ?? this.#kept.get(key);
		if (marks !== undefined) this.#used.set(key, marks);
		return marks;
	}

	/** Keeps the marks of a text. */
	set(key: string, marks: TokenMarks): void {
		this.#used.set(key, marks);
	}

	/** Writes the file anew: what this build had, and of what it did not as much as there is room for. Its bytes depend on nothing else. */
	save(): void {
		const lines = [...this.#used].sort(([one], [other]) => (one < other ? -1 : 1));
		let size = lines.reduce((sum, [key, marks]) => sum + key.length + marks.length + 2, 0);
		for (const [key, marks] of this.#kept) {
			size += key.length + marks.length + 2;
			if (size > this.#limit) break;
			if (!this.#used.has(key)) lines.push([key, marks]);
		}
		mkdirSync(dirname(this.#file), { recursive: true });
		// A build that is stopped leaves no half of a file behind.
		const draft = `${this.#file}.${process.pid}`;
		writeFileSync(draft, [this.#version, ...lines.map((line) => line.join(' '))].join('\n'), 'latin1');
		renameSync(draft, this.#file);
	}
}

/** Under which a text's marks are kept. */
export function markKey(code: string, grammar: string): string {
	return createHash('sha256').update(`${grammar}\n${code}`).digest('base64url').slice(0, 32);
}
