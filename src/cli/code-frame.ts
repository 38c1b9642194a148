import { existsSync, readFileSync } from 'node:fs';
import type { Place } from '../core/problem.ts';

/** The line of a place with one before and one after, and a mark below the column. Empty where the file cannot be read. */
export function codeFrame({ file, line, column }: Place): string[] {
	const lines = linesOf(file);
	if (lines.length === 0) return [];
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

let last: { file: string; lines: string[] } | undefined;

/** Problems come in runs of one file, which may be large: it is read once. */
function linesOf(file: string): string[] {
	if (last?.file === file) return last.lines;
	let text = '';
	try {
		text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	} catch {
		// A folder or a file without permission has no lines to show; the problem itself is still told.
	}
	last = { file, lines: text === '' ? [] : text.split(/\r?\n/) };
	return last.lines;
}
