import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type DatabasePlace, openDatabase } from '../../src/feedback/open-database.ts';
import { describeOnEngines } from './engines.ts';
import { makeFile, makeForms } from './forms.ts';

/** Lets a program of its own open the database and write one rating; returns what it complained of. */
async function begin(place: DatabasePlace, id: string): Promise<string> {
	const code = `
		import { openDatabase } from './src/feedback/open-database.ts';
		const { database, close } = await openDatabase(${JSON.stringify(place)});
		const rating = { id: '${id}', page: '/', value: 1, created_at: '2026', expires_at: '2027' };
		await database.insertInto('rating').values(rating).execute();
		await close();`;
	const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code]);
	const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
	return said;
}

describeOnEngines('The store', (engine) => {
	it('loses none of 1,000 forms that are sent at once', async () => {
		const forms = await makeForms(await engine.makePlace());
		const answers = await Promise.all(
			Array.from({ length: 1_000 }, (_, at) =>
				at % 2
					? forms.send('rating', { rating: String((at % 5) + 1) }, `2001:db8:0:${at}::1`)
					: forms.send('comment', { comment: `number ${at}` }, `2001:db8:0:${at}::1`),
			),
		);
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		const kept = await forms.store.use(async (database) => ({
			ratings: await database.selectFrom('rating').select(['id', 'value']).execute(),
			comments: await database.selectFrom('comment').select('text').execute(),
		}));
		expect(new Set(kept.ratings.map(({ id }) => id)).size).toBe(500);
		expect(Object.groupBy(kept.ratings, ({ value }) => value)[1]?.length).toBe(100);
		expect(new Set(kept.comments.map(({ text }) => text)).size).toBe(500);
	});

	it('is made by several programs that begin at once, and begun again as it is', async () => {
		const place = await engine.makePlace();
		expect(await Promise.all(['a', 'b', 'c', 'd'].map((id) => begin(place, id)))).toEqual(['', '', '', '']);
		const { database, close } = await openDatabase(place);
		const kept = await database.selectFrom('rating').select('id').execute();
		await close();
		expect(kept.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
	});

	it('that is down makes a form wait, and takes it when it is back', async () => {
		const place = await engine.makePlace();
		const forms = await makeForms(place);
		expect((await forms.send('rating', { rating: '5' })).status).toBe(200);
		engine.breakDown(place);
		const refused = await forms.send('rating', { rating: '4' });
		expect(refused.status).toBe(503);
		expect(refused.headers.get('retry-after')).toBe('60');
		expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('our database does not answer') });
		expect(String(forms.failures[0])).toContain('The database of the forms: ');
		engine.mend(place);
		expect((await forms.send('rating', { rating: '3' })).status).toBe(200);
		const kept = await forms.store.use((database) => database.selectFrom('rating').select('value').execute());
		expect(kept.map(({ value }) => value).sort()).toEqual([3, 5]);
	});

	it('may be down when the forms begin', async () => {
		const place = await engine.makePlace();
		const begun = await openDatabase(place);
		await begun.close();
		engine.breakDown(place);
		const forms = await makeForms(place);
		expect((await forms.send('rating', { rating: '4' })).status).toBe(503);
		engine.mend(place);
		expect((await forms.send('rating', { rating: '4' })).status).toBe(200);
	});
});

describe('A file of SQLite', () => {
	it('that another program writes to is waited for, and the server goes on meanwhile', async () => {
		const file = makeFile();
		const forms = await makeForms(file);
		await forms.begun;
		const other = new DatabaseSync('file' in file ? file.file : '');
		other.exec('begin immediate');
		const sent = forms.send('rating', { rating: '5' });
		// Were the server held up, nothing here would ever let go of the file.
		await new Promise(setImmediate);
		other.exec('commit');
		other.close();
		expect((await sent).status).toBe(200);
	});

	it('that somebody deletes is made anew', async () => {
		const file = makeFile();
		const forms = await makeForms(file);
		await forms.send('rating', { rating: '5' });
		rmSync('file' in file ? dirname(file.file) : '', { recursive: true });
		expect((await forms.send('rating', { rating: '1' })).status).toBe(200);
		const kept = await forms.store.use((database) => database.selectFrom('rating').select('value').execute());
		expect(kept).toEqual([{ value: 1 }]);
	});
});
