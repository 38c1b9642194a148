import { structuredPatch } from 'diff';
import type { Drift } from '../tree/compare-tree.ts';
import type { Reporter } from './report.ts';

/** How many files a report shows in full before it only counts. */
const SHOWN = 20;

/** Tells which files are out of step: each with its diff as text or annotation, identical changes grouped in Markdown. */
export function reportDrift(out: string, drift: readonly Drift[], reporter: Reporter): void {
	if (drift.length === 0) return;
	if (reporter === 'github') for (const item of drift) console.log(annotation(out, item));
	else if (reporter === 'markdown') console.log(markdown(out, drift));
	else for (const [index, item] of drift.entries()) console.error(text(out, item, index < SHOWN));
}

function text(out: string, item: Drift, full: boolean): string {
	const head = `${out}/${item.path}:${lineOf(item)}:1 error ${item.kind}`;
	if (item.kind === 'missing') return head;
	return full
		? `${head}\n${diffLines(item)
				.map((line) => `  ${line}`)
				.join('\n')}\n`
		: head;
}

function annotation(out: string, item: Drift): string {
	const told = {
		stale: 'is not what the spec says',
		missing: 'is missing',
		'left-over': 'serves no operation any more',
	}[item.kind];
	const escaped = diffLines(item).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
	return `::error file=${out}/${item.path},line=${lineOf(item)},title=${item.kind}::${out}/${item.path} ${told}.%0A${escaped}`;
}

/** One change in many files is shown once, with the files below it. */
function markdown(out: string, drift: readonly Drift[]): string {
	const groups = new Map<string, Drift[]>();
	for (const item of drift) {
		const changed = item.kind === 'stale' ? diffLines(item).filter((line) => /^[-+]/.test(line)) : [];
		const key = [item.kind, ...changed].join('\n');
		groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	const sections = [...groups.values()].map((items) => {
		const [first] = items;
		if (!first) return '';
		const count = items.length === 1 ? '1 file' : `${items.length} files`;
		const change = first.kind === 'stale' ? `\n\`\`\`diff\n${diffLines(first).join('\n')}\n\`\`\`\n` : '';
		const files = items.slice(0, SHOWN).map(({ path }) => `- \`${out}/${path}\``);
		const rest = items.length > SHOWN ? [`- and ${items.length - SHOWN} more`] : [];
		return `### ${count} ${first.kind}\n${change}\n${[...files, ...rest].join('\n')}\n`;
	});
	return sections.join('\n');
}

function lineOf({ onDisk = '', expected = '', kind }: Drift): number {
	if (kind !== 'stale') return 1;
	const [hunk] = structuredPatch('', '', onDisk, expected, '', '', { context: 0 }).hunks;
	return Math.max(1, hunk?.oldStart ?? 1);
}

function diffLines({ kind, onDisk = '', expected = '' }: Drift): string[] {
	if (kind === 'missing') return ['It should be there, and is not.'];
	if (kind === 'left-over')
		return ['It serves no operation, style or language of the spec. Delete it, or bind what it shows.'];
	const { hunks } = structuredPatch('', '', onDisk, expected, '', '', { context: 2 });
	const lines = hunks.flatMap((hunk) => [
		`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
		...hunk.lines,
	]);
	return lines.length > 40 ? [...lines.slice(0, 40), `… ${lines.length - 40} more lines`] : lines;
}
