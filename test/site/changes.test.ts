import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Task } from '../../src/core/task.ts';
import { loadChanges } from '../../src/load/load-changes.ts';
import type { SiteApi } from '../../src/site/model/apis.ts';
import { atomFeed } from '../../src/site/model/atom-feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'specimen-changes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const task = { id: 'removeShortcode', title: 'Remove a short code' } as Task;

function load(text: string) {
	writeFileSync(join(folder, 'changelog.yaml'), text);
	return loadChanges(folder, [task]);
}

it('reads a history newest first, with the tasks that each change touches', () => {
	const { changes, problems } = load(`changes:
  - { date: 2025-01-31, title: Old }
  - { date: 2025-11-24, title: New, description: Very., operations: [removeShortcode] }
`);
	expect(problems).toEqual([]);
	expect(changes).toEqual([
		{ date: '2025-11-24', title: 'New', description: 'Very.', tasks: [task] },
		{ date: '2025-01-31', title: 'Old', tasks: [] },
	]);
	expect(loadChanges(join(folder, 'none'), [])).toEqual({ changes: [], problems: [] });
});

it('names the place of what is wrong, and what to do', () => {
	const { changes, problems } = load(`changes:
  - { date: 2025-02-30, title: Never }
  - { date: soon, title: Later }
  - { date: 2025-11-24 }
  - { date: 2025-11-24, title: Gone, operations: [removeShortcodes] }
`);
	expect(changes.map(({ title }) => title)).toEqual(['Gone']);
	expect(problems.map(({ message, hint, place }) => `${place?.line}: ${message} ${hint}`)).toEqual([
		'2: "2025-02-30" is no date. Write it as 2025-11-24.',
		'3: "soon" is no date. Write it as 2025-11-24.',
		'4: A change needs a title. Say in a few words what changed.',
		'5: There is no operation "removeShortcodes". Did you mean "removeShortcode"?',
	]);
});

it('gives an entry the same identifier at every address, and absolute links where the address is known', () => {
	const api = {
		name: 'a',
		title: 'A & B',
		changes: [{ date: '2025-11-24', title: 'New', tasks: [task] }],
		paths: new Map([['removeShortcode', 'remove-shortcode']]),
	} as unknown as SiteApi;
	const here = atomFeed(api);
	const there = atomFeed(api, new URL('https://docs.example.com'));
	const ids = (feed: string) => feed.match(/<id>urn:uuid:[\da-f-]{36}<\/id>/g);
	expect(ids(here)).toHaveLength(2);
	expect(ids(there)).toEqual(ids(here));
	expect(here).toContain('<title>A &amp; B: changes</title>');
	expect(there).toContain('rel="self" type="application/atom+xml" href="https://docs.example.com/a/changes.xml"');
});
