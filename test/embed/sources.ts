import fc from 'fast-check';
import type { Fragment } from '../../src/embed/fragment.ts';
import { languages } from '../../templates/index.ts';

/** What code can hold that Markdown, MDX, HTML or a template engine would take for its own. */
export const hostile = [
	'print("plain")\n',
	'a = `b`; c = ```d```;\n````\n```js\n~~~~\n',
	'{braces} {{ "liquid" }} {% raw %} {/* comment */}\n<b>&amp; </script></TabItem></Tabs></CodeGroup></code></pre>\n',
	'---\ntitle: no\n---\nimport x from "y";\nexport const a = 1;\n',
	'\n\n\tindented\n    four  \n\n\n# heading\n- item\n> quote\n:::note\n',
	'$$ ${x} \\{ \\` \\n "quotes" \'single\' é 𝕏 \u200b<!-- no -->\n',
];

/** Code of lines that are made of such pieces. */
export const anyCode = fc
	.array(
		fc.array(
			fc.constantFrom('`', '``', '```', '~~~', '{', '}', '<', '</', '>', '&', '"', ' ', '\t', 'x', '\\', '$', '#'),
			{ maxLength: 12 },
		),
		{ minLength: 1, maxLength: 8 },
	)
	.map((lines) => `${lines.map((pieces) => pieces.join('')).join('\n')}\n`);

/** A fragment that shows codes in two languages: the first has a style for each but the last, the second the last alone. */
export function fragmentOf(codes: readonly string[]): Fragment {
	const [first, second] = languages.filter(({ id }) => id === 'python' || id === 'node');
	if (!first || !second) throw new Error('the languages are not there');
	const samples = codes.map((code, at) => ({ style: `v${at}`, label: `Version "${at}" {new} <b>`, code }));
	const titled = { id: 'removeIt', title: 'Remove "it" {now} <b>' };
	return {
		task: titled,
		languages: [
			{ language: first, samples: samples.slice(0, -1) },
			{ language: second, samples: samples.slice(-1) },
		].filter((one) => one.samples.length > 0),
	};
}
