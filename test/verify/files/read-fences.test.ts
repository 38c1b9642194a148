import { describe, expect, it } from 'vitest';
import { readFences } from '../../../src/verify/files/read-fences.ts';
import { languages } from '../../../templates/index.ts';

const found = (file: string, lines: string[]) => {
	const { texts } = readFences(file, lines.join('\n'), languages);
	return texts.map(({ language, line, indent, text }) => [language.id, line, indent, text]);
};

describe('The fences of a Markdown file', () => {
	it('are found in lists, quotes and below tildes, each with its own line and indentation', () => {
		const lines = ['- one', '', '  ```py', '  print(1)', '    x', '  ```', '> ~~~golang', '> package main', '> ~~~'];
		expect(found('a.md', lines)).toEqual([
			['python', 4, 2, 'print(1)\n  x\n'],
			['go', 8, 2, 'package main\n'],
		]);
	});

	it('may hold fences themselves, which are text', () => {
		expect(found('a.md', ['````js', '```py', '```', '````'])).toEqual([['node', 2, 0, '```py\n```\n']]);
	});

	it('are found inside the components of MDX, where indentation means nothing', () => {
		const lines = ['<Tabs>', '    <TabItem>', '    ```rb', '    puts 1', '    ```', '    </TabItem>', '</Tabs>'];
		expect(found('a.mdx', lines)).toEqual([['ruby', 4, 4, 'puts 1\n']]);
	});

	it('are found beside what Docusaurus takes and MDX does not', () => {
		const lines = ['# One {#one}', '', '<!-- a', 'comment -->', '', '```js', 'a', '```'];
		expect(found('a.mdx', lines)).toEqual([['node', 7, 0, 'a\n']]);
	});

	it('are left alone where they ask for it, and counted where no language here reads them', () => {
		const source = '```python no-verify\nbroken(\n```\n\n```yaml\na: 1\n```\n\n```\nplain\n```\n';
		const { texts, optedOut, others } = readFences('a.md', source, languages);
		expect({ texts, optedOut, others: [...others] }).toEqual({ texts: [], optedOut: 1, others: [['yaml', 1]] });
	});

	it('of a file that is no MDX are a problem with its place', () => {
		const { problems } = readFences('a.mdx', '# One\n\n<Tabs>\n\n```py\nx\n```\n', languages);
		expect(problems).toMatchObject([{ code: 'invalid-mdx', place: { file: 'a.mdx', line: 3, column: 1 } }]);
	});
});
