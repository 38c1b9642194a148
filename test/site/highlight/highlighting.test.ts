import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { highlight } from '../../../src/highlight/highlight.ts';
import { markTokens, readTokens } from '../../../src/highlight/token-marks.ts';
import { throughCache } from '../../../src/site/highlight/highlighting.ts';
import { MarkCache, markKey } from '../../../src/site/highlight/mark-cache.ts';
import { HighlightThreads } from '../../../src/site/highlight/threads.ts';
import { languages } from '../../../templates/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'specimen-highlight-'));
const threads = new HighlightThreads(2);
const ask = (code: string, grammar: string) => threads.mark(code, grammar);
const nobody = () => Promise.reject(new Error('nobody may be asked'));

afterAll(async () => {
	await threads.close();
	rmSync(folder, { recursive: true });
});

const text = 'import x from "y";\n\n\t# a // b\r\nfor (let i = 0; i < 9; i++) call(<i>, \'é\');\n';
const grammars = [...new Set(languages.map(({ grammar }) => grammar)), 'json'];

it('colours in threads exactly as in the thread of the pages, with the cache empty and filled', async () => {
	const cache = new MarkCache(join(folder, 'same'), '1');
	const direct = await Promise.all(grammars.map((grammar) => highlight(text, grammar)));
	const cold = throughCache(cache, ask);
	expect(await Promise.all(grammars.map((grammar) => cold(text, grammar)))).toEqual(direct);
	const warm = throughCache(cache, nobody);
	expect(await Promise.all(grammars.map((grammar) => warm(text, grammar)))).toEqual(direct);
});

it('asks once for a text that is shown twice', async () => {
	let asked = 0;
	const through = throughCache(new MarkCache(join(folder, 'twice'), '1'), (code, grammar) => {
		asked++;
		return ask(code, grammar);
	});
	await Promise.all([through(text, 'json'), through(text, 'json')]);
	expect(asked).toBe(1);
});

it('keeps what it found for the next build, and nothing for another version', async () => {
	const file = join(folder, 'kept');
	const first = new MarkCache(file, '1');
	first.set('a', '-1');
	first.save();
	expect(new MarkCache(file, '1').get('a')).toBe('-1');
	expect(new MarkCache(file, '2').get('a')).toBeUndefined();
});

it('lets go of what builds no longer use when the file grows too large', () => {
	const file = join(folder, 'bounded');
	const first = new MarkCache(file, '1');
	for (const key of ['a', 'b', 'c', 'd']) first.set(key, '-1');
	first.save();
	const next = new MarkCache(file, '1', 11);
	next.get('d');
	next.save();
	expect(readFileSync(file, 'utf8')).toBe('1\nd -1\na -1');
});

it('tells texts and grammars apart', () => {
	expect(new Set([markKey('a', 'b'), markKey('b', 'a'), markKey('a', 'c')]).size).toBe(3);
});

it('refuses lines that are not those of the text', () => {
	expect(() => markTokens('ab', [[{ text: 'a' }]])).toThrow(RangeError);
	expect(
		readTokens('ab\n\nc', markTokens('ab\n\nc', [[{ kind: 'k', text: 'a' }, { text: 'b' }], [], [{ text: 'c' }]])),
	).toEqual([[{ kind: 'k', text: 'a' }, { text: 'b' }], [], [{ text: 'c' }]]);
});

it('says why a text cannot be coloured', async () => {
	await expect(ask('a', 'no-such-grammar')).rejects.toThrow();
});
