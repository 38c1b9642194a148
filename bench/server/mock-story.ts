import type { Step, Story } from './load.ts';

const POOL = '/Account/MAXXXXXXXXXXXXXXXXXX/NumberPool/ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f';

/**
 * What a reader does on the mock: adds a number of her own, finds it, counts it, removes it, and removes it once more in
 * vain. Every answer is right only where her state is hers alone. `remembers` is false for a mock that has no state.
 */
export function mockStory(prefix: string, remembers: boolean): Story {
	return (reader) => {
		const number = String(12_025_550_000 + reader);
		const own = `${prefix}${POOL}/Number/${number}/`;
		const authorization = `Basic ${btoa(`MAXXXXXXXXXXXXXXXXXX:reader-${reader}`)}`;
		const ok = (status: number) => status === 200;
		const step = (method: string, path: string, isRight: Step['isRight'], body?: string): Step => ({
			method,
			path,
			headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body }),
			isRight: (status, answer) => (remembers ? isRight(status, answer) : ok(status)),
		});
		const shows = (status: number, answer: string) => ok(status) && answer.includes(`"${number}"`);
		return [
			step('POST', own, shows, '{"service":"sms"}'),
			step('GET', own, shows),
			step('GET', `${prefix}${POOL}/Number/?limit=5`, (status, answer) => {
				return ok(status) && /"total_count": 2\b/.test(answer) && answer.includes(`"${number}"`);
			}),
			step('DELETE', own, ok),
			step('DELETE', own, (status) => status === 404),
		];
	};
}
