import type { Place, Problem } from '../core/problem.ts';
import { codeFrame } from './code-frame.ts';

/** The ways in which a command can tell what it found. */
export const reporters = ['text', 'github', 'json', 'markdown'] as const;
export type Reporter = (typeof reporters)[number];

/** `file:line:column`, as editors and terminals make it a link. */
export function placeText({ file, line, column }: Place): string {
	return `${file}:${line}:${column}`;
}

/** How many problems of one kind are told in full; the rest are counted. */
const TOLD = { error: 50, warning: 3 };

/** Tells problems: as text on stderr, as GitHub's annotations or Markdown on stdout. JSON is the command's own to print. */
export function reportProblems(problems: readonly Problem[], reporter: Reporter): void {
	const told = new Map<string, number>();
	for (const problem of problems) {
		const kind = `${problem.severity} ${problem.code}`;
		const number = (told.get(kind) ?? 0) + 1;
		told.set(kind, number);
		if (number > TOLD[problem.severity]) continue;
		if (reporter === 'github') console.log(annotation(problem));
		else if (reporter === 'markdown') console.log(markdownItem(problem));
		else if (reporter === 'text') console.error(`${problemText(problem)}\n`);
	}
	if (reporter !== 'text') return;
	for (const [kind, number] of told) {
		const more = number - (kind.startsWith('error') ? TOLD.error : TOLD.warning);
		if (more > 0) console.error(`${kind}: ${more} more like it. --reporter json lists them all.`);
	}
}

/** A problem in full: place, fact, code frame, remedy. */
export function problemText(problem: Problem): string {
	const lines = [
		`${problem.place ? `${placeText(problem.place)} ` : ''}${problem.severity} ${problem.code}`,
		`  ${problem.message}`,
		...(problem.place ? codeFrame(problem.place).map((line) => `  ${line}`) : []),
		...(problem.hint ? [`  ${problem.hint}`] : []),
	];
	return lines.join('\n');
}

/** A GitHub workflow command that marks the line (https://docs.github.com/actions, workflow commands). */
function annotation({ severity, code, message, hint, place }: Problem): string {
	const encode = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
	const property = (text: string) => encode(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
	const at = place ? `file=${property(place.file)},line=${place.line},col=${place.column},` : '';
	return `::${severity} ${at}title=${property(code)}::${encode([message, hint].filter(Boolean).join(' '))}`;
}

function markdownItem({ severity, message, hint, place }: Problem): string {
	const at = place ? `\`${placeText(place)}\` ` : '';
	return `- **${severity}** ${at}${[message, hint].filter(Boolean).join(' ')}`;
}
