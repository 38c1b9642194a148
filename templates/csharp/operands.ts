import type { Printer } from '../../src/core/language.ts';
import { markPlaceholder, visibleLength } from '../../src/core/marks.ts';
import type { Parts } from '../../src/core/parts.ts';
import { encodeComponent } from '../../src/core/serialize-parameter.ts';
import { inside, interpolate, type Operand } from './text.ts';

/** A percent-encoded address. */
export function addressOperands(parts: Parts, printer: Printer): Operand[] {
	return parts.map((part) => (typeof part === 'string' ? { text: inside(part) } : operand(part, printer)));
}

/** Pairs percent-encoded, each behind its separator. A credential is encoded when the sample runs. */
export function pairOperands(pairs: [string, Parts][], printer: Printer, first: '?' | '&'): Operand[][] {
	return pairs.map(([name, value], index) => [
		{ text: inside(`${index === 0 ? first : '&'}${encodeComponent(name)}=`) },
		...value.map((part): Operand => {
			if (typeof part === 'string') return { text: inside(encodeComponent(part)) };
			const one = operand(part, printer);
			return 'code' in one ? { code: `Uri.EscapeDataString(${one.code})` } : one;
		}),
	]);
}

/** A string of one literal where the width holds it, else of one for each group; a long one ends after its variable. */
export function stringOf(groups: Operand[][], width: number, margin: string): string {
	const fits = (group: Operand[]) => visibleLength(interpolate(group)) <= width;
	if (fits(groups.flat())) return interpolate(groups.flat());
	const literals = groups.flatMap((group) => (fits(group) ? [group] : afterVariables(group)));
	return literals.map(interpolate).join(`\n${margin}+ `);
}

function afterVariables(group: Operand[]): Operand[][] {
	const split: Operand[][] = [[]];
	group.forEach((one, index) => {
		split.at(-1)?.push(one);
		if ('code' in one && index < group.length - 1) split.push([]);
	});
	return split;
}

function operand(part: Exclude<Parts[number], string>, printer: Printer): Operand {
	if ('credential' in part) return { code: printer.variable(part.credential) };
	return { text: markPlaceholder(part.placeholder, 'url', inside(`<${part.placeholder}>`)) };
}
