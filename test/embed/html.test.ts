import { htmlToHast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { fragmentHtml } from '../../src/embed/html.ts';
import { fragmentOf, hostile } from './sources.ts';

interface Node {
	type: string;
	tagName?: string;
	value?: string;
	properties?: Record<string, unknown>;
	children?: Node[];
}

const text = (node: Node): string => node.value ?? (node.children ?? []).map(text).join('');
const all = (node: Node, name: string): Node[] => [
	...(node.tagName === name ? [node] : []),
	...(node.children ?? []).flatMap((child) => all(child, name)),
];

describe('A fragment of plain HTML', () => {
	it('holds every sample byte for byte, and is all shown without a script', async () => {
		const root = htmlToHast(await fragmentHtml(fragmentOf(hostile))) as Node;
		expect(all(root, 'code').map(text)).toEqual(hostile);
		expect(all(root, 'details').every(({ properties }) => properties?.open === true || properties?.open === '')).toBe(
			true,
		);
	});

	it('has nothing in it that a template engine would take for its own', async () => {
		expect(await fragmentHtml(fragmentOf(hostile))).not.toMatch(/[{}]/);
	});

	it('says what each sample is, and what all of them are', async () => {
		const root = htmlToHast(await fragmentHtml(fragmentOf(['a\n', 'b\n', 'c\n']))) as Node;
		expect(all(root, 'summary').map(text)).toEqual([
			'Python, Version "0" {new} <b>',
			'Python, Version "1" {new} <b>',
			'Node',
		]);
		expect(all(root, 'div')[0]?.properties?.ariaLabel).toBe('Code samples: Remove "it" {now} <b>');
	});
});
