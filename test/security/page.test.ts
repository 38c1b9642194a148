import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIMITS } from '../../src/proxy/limits.ts';

const page = readFileSync('guides/try-it-security.mdx', 'utf8');

it('The page "How try-it keeps your keys safe" names every file of these tests, and none that is not there', () => {
	expect(page).toContain('title: How try-it keeps your keys safe');
	const named = new Set([...page.matchAll(/`([\w-]+\.test\.ts)`/g)].map(([, name]) => name));
	const here = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts') && name !== 'page.test.ts');
	expect([...named].sort()).toEqual(here.sort());
});

it('The page tells the limits that hold', () => {
	const { connectMs, totalMs, requestBytes, answerBytes, ratio, perMinute, concurrentPerClient } = LIMITS;
	for (const words of [
		`to connect (${connectMs / 1000} seconds) and to finish (${totalMs / 1000})`,
		`of a request (${requestBytes / 1024} KiB)`,
		`of an answer (${answerBytes / 1024 / 1024} MiB, and ${ratio} times its compressed size)`,
		`in a minute; ${perMinute} if absent`,
		`at one time; ${concurrentPerClient} if absent`,
	])
		expect(page).toContain(words);
});
