import { describe, expect, it } from 'vitest';
import { type Case, recase, words } from '../../src/core/casing.ts';

describe('the words of a name', () => {
	it.each([
		['removeShortcode', ['remove', 'shortcode']],
		['remove_shortcode', ['remove', 'shortcode']],
		['list-all things', ['list', 'all', 'things']],
		['RemoveNumberV2', ['remove', 'number', 'v2']],
		['listHTTPHeaders', ['list', 'http', 'headers']],
		['parseURL', ['parse', 'url']],
		['country_iso2', ['country', 'iso2']],
		['iso2Country', ['iso2', 'country']],
		['repos/get-content', ['repos', 'get', 'content']],
		['größeÄndern', ['größe', 'ändern']],
		['__proto__', ['proto']],
		['', []],
		['…', []],
	])('%s', (name, expected) => {
		expect(words(name)).toEqual(expected);
	});
});

describe('a name in a case', () => {
	it.each<[Case, string]>([
		['snake', 'buy_add_number'],
		['kebab', 'buy-add-number'],
		['camel', 'buyAddNumber'],
		['pascal', 'BuyAddNumber'],
		['title_snake', 'Buy_Add_Number'],
		['capital_snake', 'Buy_add_number'],
	])('%s', (to, expected) => {
		expect(recase('buy_add_number', to)).toBe(expected);
		expect(recase('buyAddNumber', to)).toBe(expected);
		expect(recase(recase('buy_add_number', to), to)).toBe(expected);
	});

	it('is left alone after an equals sign', () => {
		expect(recase('=Country_iso2', 'camel')).toBe('Country_iso2');
		expect(recase('==', 'snake')).toBe('=');
	});

	it('may have no word at all', () => {
		for (const to of ['snake', 'kebab', 'camel', 'pascal', 'title_snake', 'capital_snake'] as const)
			expect(recase('', to)).toBe('');
	});
});
