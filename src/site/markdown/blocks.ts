import type { PackageSpec } from '../../core/binding.ts';

/** How a package is installed: the usual way, and below it that of every other package manager. */
export function installBlocks({ install, managers = [] }: PackageSpec): string[] {
	const others = managers
		.slice(1)
		.map(({ name, install: line }) =>
			line.includes('\n') ? `With ${name}:\n\n${fence('', line)}` : `With ${name}: \`${line}\``,
		);
	return [`Install: \`${install}\``, ...others];
}

/** A code fence, longer than any run of backticks inside it. */
export function fence(language: string, text: string): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const marks = '`'.repeat(longest + 1);
	return `${marks}${language}\n${text.replace(/\n$/, '')}\n${marks}`;
}

/** A table; cells keep to their line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
	return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
	return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
