import { bracket } from '../../src/core/language.ts';
import { type Bracket, type Doc, flat } from '../../src/core/layout.ts';
import { visibleLength } from '../../src/core/marks.ts';

const WIDTH = 80;
const INDENT = '  ';

/** A name and its value, which goes to a line of its own where both do not fit on one. */
export function hanging(name: string, value: Doc): Doc {
	return bracket(name, '', [value], { pad: ' ', trailing: '' });
}

/** A call as Prettier breaks it: a last object or list begins on the line of the call if what comes before fits there. */
export function hugLast(head: string, args: Bracket, depth: number): Doc {
	const last = args.items.at(-1);
	const before = args.items.slice(0, -1);
	if (!isBracket(last) || last.items.length === 0 || before.some(isBracket)) return [head, args];
	const opening = `${head}(${before.map((item) => `${flat(item)}, `).join('')}`;
	return fits(opening + last.open, depth) ? [opening, last, ')'] : [head, args];
}

/** Two calls in a row with one argument each: the second is broken, or the first where even its name does not fit. */
export function callTwice(first: string, argument: string, second: string, other: string): Doc {
	const opening = `${first}(${argument})${second}`;
	if (fits(`${opening}(`, 0)) return [opening, bracket('(', ')', [other])];
	return [first, bracket('(', ')', [argument]), `${second}(${other})`];
}

/** Whether a piece of code is a list in brackets. */
export function isBracket(doc: Doc | undefined): doc is Bracket {
	return typeof doc === 'object' && !Array.isArray(doc) && 'items' in doc;
}

function fits(line: string, depth: number): boolean {
	return depth * INDENT.length + visibleLength(line) <= WIDTH;
}
