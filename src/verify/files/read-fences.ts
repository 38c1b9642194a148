import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Language } from '../../core/language.ts';
import type { Problem } from '../../core/problem.ts';
import type { ForeignText } from './foreign-text.ts';

/** What a Markdown or MDX file holds for the proof. */
export interface Fences {
	texts: ForeignText[];
	/** How many fences ask to be left alone (`no-verify` after the language). */
	optedOut: number;
	/** The languages of fences that nothing here proves, by how many there are. */
	others: Map<string, number>;
	/** The file is no valid MDX. */
	problems: Problem[];
}

interface Code {
	lang: string | null;
	meta: string | null;
	value: string;
	position: { start: { line: number } };
}

/** Reads the code fences of a Markdown file, or of an MDX file (`.mdx`), with the lines that they stand on. */
export function readFences(file: string, source: string, languages: readonly Language[]): Fences {
	const found: Fences = { texts: [], optedOut: 0, others: new Map(), problems: [] };
	const lines = source.split(/\r?\n/);
	const fences: Code[] = [];
	const read = file.endsWith('.mdx') ? readMdx : readMarkdown;
	try {
		collect(read(source), fences);
	} catch (error) {
		return { ...found, problems: [brokenMdx(file, error as Error)] };
	}
	for (const { lang, meta, value, position } of fences) {
		const name = (lang ?? '').toLowerCase();
		const language = languages.find((one) => isNamed(one, name));
		const line = position.start.line + 1;
		if (!language) {
			if (name !== '') found.others.set(name, (found.others.get(name) ?? 0) + 1);
		} else if (/(^|\s)no-verify(\s|$)/.test(meta ?? '')) found.optedOut++;
		else {
			const first = value.split('\n', 1)[0] ?? '';
			const indent = Math.max(0, (lines[line - 1] ?? '').lastIndexOf(first));
			found.texts.push({ file, line, indent, language, text: `${value}\n` });
		}
	}
	return found;
}

const options = { features: { frontmatter: true } };

const readMarkdown = (source: string) => markdownToMdast(source, options);

/** Docusaurus takes comments of HTML and `{#id}` after a heading, which are no MDX: blanks stand in for them. */
function readMdx(source: string) {
	try {
		return mdxToMdast(source, options);
	} catch (error) {
		const blank = (text: string) => text.replace(/[^\n]/g, ' ');
		const plain = source
			.replace(/^[ \t]*<!--[\s\S]*?-->/gm, blank)
			.replace(/^(#{1,6} .*)(\{#[\w-]+\})/gm, (_whole, heading, id) => heading + blank(id));
		if (plain === source) throw error;
		return mdxToMdast(plain, options);
	}
}

function isNamed({ id, grammar, foreign }: Language, name: string): boolean {
	return name === id || name === grammar || foreign.aliases.includes(name);
}

function collect(node: unknown, into: Code[]): void {
	const { type, children = [], position, value } = node as { type: string; children?: unknown[] } & Code;
	// A block that is only indented has no fence, and says no language.
	if (type === 'code' && position && value !== undefined) into.push(node as Code);
	for (const child of children) collect(child, into);
}

/** The parser begins its message with the place: `3:1: Expected a closing tag`. */
function brokenMdx(file: string, { message }: Error): Problem {
	const [, line = '1', column = '1', said = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
	return {
		severity: 'error',
		code: 'invalid-mdx',
		message: `This is no valid MDX, so its fences were not read: ${said}`,
		hint: 'Correct the MDX.',
		place: { file, line: Number(line), column: Number(column) },
	};
}
