import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What a command printed and how it ended. */
export interface Outcome {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** A folder of its own with the project's spec in it, where commands run as a person would run them. */
export class Workplace {
	readonly folder = mkdtempSync(join(tmpdir(), 'specimen-test-'));

	/** `like`: begin with all that another workplace holds. */
	constructor(like?: Workplace) {
		cpSync(join(like?.folder ?? root, 'spec'), join(this.folder, 'spec'), { recursive: true });
		if (like) cpSync(join(like.folder, 'samples'), join(this.folder, 'samples'), { recursive: true });
		cpSync(join(root, 'redocly.yaml'), join(this.folder, 'redocly.yaml'));
	}

	specimen(...args: string[]): Outcome {
		const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
			cwd: this.folder,
			encoding: 'utf8',
			timeout: 60_000,
		});
		return { code: status, stdout, stderr };
	}

	read(file: string): string {
		return readFileSync(join(this.folder, file), 'utf8');
	}

	/** Replaces the first occurrence of a text in a file, and insists that there is one. */
	edit(file: string, from: string, to: string): void {
		const text = this.read(file);
		if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
		writeFileSync(
			join(this.folder, file),
			text.replace(from, () => to),
		);
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}
