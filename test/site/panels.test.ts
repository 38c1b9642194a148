import { expect, it } from 'vitest';
import type { Gap } from '../../src/core/sample.ts';
import { panelsOf } from '../../src/site/model/panels.ts';

const made = (language: string, style: string): Gap => ({ operationId: 'x', language, style, reason: '' });
const choices = (panels: ReturnType<typeof panelsOf>) =>
	panels.map(({ made: { language, style }, styles }) => `${language} ${style}: ${styles.join(' ')}`);

it('gives every choice exactly one panel', () => {
	const panels = panelsOf(
		[
			made('go', 'v1'),
			made('go', 'v2'),
			made('go', 'http'),
			made('ruby', 'sdk'),
			made('ruby', 'http'),
			made('shell', 'http'),
		],
		['v1', 'v2', 'http'],
	);
	expect(choices(panels)).toEqual([
		'go v1: v1',
		'go v2: v2',
		'go http: http',
		'ruby sdk: v1 v2',
		'ruby http: http',
		'shell http: v1 v2 http',
	]);
});

it('shows what there is where a style belongs to another API', () => {
	expect(choices(panelsOf([made('php', 'sdk'), made('php', 'http')], ['v9', 'http']))).toEqual([
		'php sdk: v9',
		'php http: http',
	]);
});
