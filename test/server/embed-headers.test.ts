import { describe, expect, it } from 'vitest';
import { embedHeaders } from '../../src/server/embed-headers.ts';

const listed = ['https://docs.example.com', 'https://*.example.org'];

describe('What is meant for embedding', () => {
	it.each(['https://docs.example.com', 'https://a.example.org', 'https://a.b.example.org'])(
		'is open to %s',
		(origin) => {
			expect(embedHeaders('/embed/specimen.js', origin, listed)).toEqual({
				vary: 'Origin',
				'access-control-allow-origin': origin,
			});
		},
	);

	it.each([
		'http://docs.example.com',
		'https://docs.example.com.evil.test',
		'https://example.org',
		'https://evilexample.org',
		'null',
	])('is closed to %s', (origin) => {
		expect(embedHeaders('/embed/specimen.js', origin, listed)).toEqual({ vary: 'Origin' });
	});

	it('leaves the rest of the site closed', () => {
		expect(embedHeaders('/plivo/', 'https://docs.example.com', listed)).toEqual({});
	});
});
