import type { Printer } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { markPlaceholder } from '../../src/core/marks.ts';
import type { Parts } from '../../src/core/parts.ts';
import { encodeComponent } from '../../src/core/serialize-parameter.ts';
import { statement } from './layout.ts';
import { inside } from './text.ts';

/** What `+` joins to a string: text as it stands in a literal, or the code of a variable. */
export type Operand = { text: string } | { code: string };

/** A percent-encoded address; what `java.net.URI` does not take as it is, encoded besides. */
export function addressOperands(parts: Parts, printer: Printer): Operand[] {
	const host = /^\w+:\/\/[^/?#]*/.exec(typeof parts[0] === 'string' ? parts[0] : '')?.[0] ?? '';
	const encode = (text: string) => text.replace(/[[\]]|%(?![\da-f]{2})/gi, encodeComponent);
	return merge(
		parts.map((part, index) => {
			if (typeof part !== 'string') return operand(part, printer);
			return { text: inside(index === 0 ? host + encode(part.slice(host.length)) : encode(part)) };
		}),
	);
}

/** Pairs percent-encoded, each behind its separator. A credential is encoded when the sample runs. */
export function pairOperands(pairs: [string, Parts][], printer: Printer, first: '?' | '&' | ''): Operand[][] {
	return pairs.map(([name, value], index) =>
		merge([
			{ text: inside(`${index === 0 ? first : '&'}${encodeComponent(name)}=`) },
			...value.map((part): Operand => {
				if (typeof part === 'string') return { text: inside(encodeComponent(part)) };
				const one = operand(part, printer);
				return 'code' in one ? { code: `URLEncoder.encode(${one.code}, StandardCharsets.UTF_8)` } : one;
			}),
		]),
	);
}

/** `String name =` and operands, in one literal as far as a line holds it, else each of the groups in its own. */
export function stringVariable(name: string, groups: Operand[][], margin: number): string {
	const merged = statement(`String ${name}`, sum(merge(groups.flat())), margin);
	return merged.includes('\n') ? statement(`String ${name}`, sum(groups.flat()), margin) : merged;
}

function sum(operands: Operand[]): Doc {
	const [head = '""', ...rest] = operands.map((one) => ('code' in one ? one.code : `"${one.text}"`));
	return rest.length === 0 ? head : { head, links: rest.map((one) => ` + ${one}`) };
}

function operand(part: Exclude<Parts[number], string>, printer: Printer): Operand {
	if ('credential' in part) return { code: printer.variable(part.credential) };
	return { text: markPlaceholder(part.placeholder, 'url', inside(`<${part.placeholder}>`)) };
}

function merge(operands: Operand[]): Operand[] {
	const merged: Operand[] = [];
	for (const one of operands) {
		const last = merged.at(-1);
		if (last && 'text' in last && 'text' in one) merged[merged.length - 1] = { text: last.text + one.text };
		else merged.push(one);
	}
	return merged;
}
