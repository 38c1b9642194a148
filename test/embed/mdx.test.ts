import fc from 'fast-check';
import { mdxToJs, mdxToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../src/embed/fragment.ts';
import { mintlifyMdx } from '../../src/embed/mintlify.ts';
import { docusaurus, starlight, tabsMdx } from '../../src/embed/tabs-mdx.ts';
import { anyCode, fragmentOf, hostile } from './sources.ts';

const writers: [string, (fragment: Fragment) => string][] = [
	['Docusaurus', (fragment) => tabsMdx(fragment, docusaurus)],
	['Starlight', (fragment) => tabsMdx(fragment, starlight)],
	['Mintlify', mintlifyMdx],
];

/** The code of every fence, in order, as the compiler of MDX reads it. */
function fencesOf(mdx: string): string[] {
	const found: string[] = [];
	const walk = (node: unknown) => {
		const { type, value, children = [] } = node as { type: string; value?: string; children?: unknown[] };
		if (type === 'code') found.push(`${value}\n`);
		for (const child of children) walk(child);
	};
	walk(mdxToMdast(mdx));
	return found;
}

describe.each(writers)('A fragment for %s', (_name, write) => {
	it('compiles, and holds every sample byte for byte', () => {
		const mdx = write(fragmentOf(hostile));
		expect(mdxToJs(mdx).code).toContain('function');
		expect(fencesOf(mdx)).toEqual(hostile);
	});

	it('holds whatever code there is', () => {
		fc.assert(
			fc.property(fc.array(anyCode, { minLength: 1, maxLength: 4 }), (codes) => {
				expect(fencesOf(write(fragmentOf(codes)))).toEqual(codes);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('The tabs', () => {
	it('of Docusaurus keep the choice of language and of style apart', () => {
		const mdx = tabsMdx(fragmentOf(['a\n', 'b\n', 'c\n']), docusaurus);
		expect(mdx.match(/groupId="[^"]+"/g)).toEqual(['groupId="specimen-language"', 'groupId="specimen-style"']);
		expect(mdx).toContain('<TabItem value="node" label="Node">');
	});

	it('of Starlight are in step from page to page', () => {
		expect(tabsMdx(fragmentOf(['a\n']), starlight)).toContain('<Tabs syncKey="specimen-language">');
	});

	it('of Mintlify are called by language and style', () => {
		expect(mintlifyMdx(fragmentOf(['a\n', 'b\n']))).toMatch(/^```javascript Node$/m);
	});
});
