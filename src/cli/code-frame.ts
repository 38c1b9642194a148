import { existsSync, readFileSync } from 'node:fs';
import type { Place } from '../core/problem.ts';

/** The line of a place with one before and one after, and a mark below the column. Empty where the file cannot be read. */
export function codeFrame({ file, line, column }: Place): string[] {
	if (!existsSync(file)) return [];
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		// A folder or a file without permission has no lines to show; the problem itself is still told.
		return [];
	}
	const lines = text.split(/\r?\n/);
	const width = String(line + 1).length;
	const frame: string[] = [];
	for (let number = Math.max(1, line - 1); number <= Math.min(lines.length, line + 1); number++) {
		const source = (lines[number - 1] ?? '').replaceAll('\t', '  ');
		const shown = source.length > 160 ? `${source.slice(0, 157)}...` : source;
		frame.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${shown}`.trimEnd());
		if (number !== line) continue;
		const tabs = (lines[number - 1] ?? '').slice(0, column - 1).split('\t').length - 1;
		frame.push(`  ${' '.repeat(width)} | ${' '.repeat(Math.min(column - 1 + tabs, 160))}^`);
	}
	return frame;
}
