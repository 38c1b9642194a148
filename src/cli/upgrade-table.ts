import type { UpgradeRow } from '../verify/upgrade.ts';

/** What an upgrade means for each task, as a Markdown table: what got worse first, then what is new. */
export function upgradeTable(title: string, rows: readonly UpgradeRow[]): string {
	const rank = ({ worse, after }: UpgradeRow) => (worse ? 0 : after === 'unchanged' ? 2 : 1);
	const sorted = rows.toSorted((a, b) => rank(a) - rank(b));
	const worse = rows.filter((row) => row.worse).length;
	const told = worse === 0 ? 'Nothing gets worse.' : `${worse} of ${rows.length} samples get worse.`;
	return [
		`## ${title}`,
		'',
		told,
		'',
		'| task | style | now | then |',
		'| --- | --- | --- | --- |',
		...sorted.map(({ task, style, before, after }) => `| ${[task, style, before, after].map(cell).join(' | ')} |`),
	].join('\n');
}

/** Text that stays in its cell, whatever an error message holds. */
function cell(text: string): string {
	return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ').trim();
}
