import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../../src/core/problem.ts';
import { readProxySettings } from '../../src/server/proxy-settings.ts';
import { readTasks } from '../../src/server/read-tasks.ts';

const HERE = ['localhost', '127.0.0.1', '[::1]'];

describe('The settings of the proxy', () => {
	it('leave it off where nothing is said', () => {
		const hosts = [...HERE, '127.0.0.1'];
		expect(readProxySettings({}, '127.0.0.1')).toEqual({
			apis: [],
			ports: [443],
			loopback: false,
			site: { hosts },
			limits: {},
		});
	});
	it('turn it on for the APIs that are named, and no others', () => {
		const environment = {
			TRY_PROXY: 'plivo, other,plivo',
			TRY_PROXY_PORTS: '443,8443',
			TRY_PROXY_RATE: '600',
			TRY_PROXY_CONCURRENT: '20',
			SITE_URL: 'https://Docs.example.com/guides/',
		};
		expect(readProxySettings(environment, '::')).toEqual({
			apis: ['plivo', 'other'],
			ports: [443, 8443],
			loopback: false,
			site: { hosts: [...HERE, '[::]', 'docs.example.com'], origin: 'https://docs.example.com' },
			limits: { perMinute: 600, concurrentPerClient: 20 },
		});
	});
	it('open this machine’s own servers only to this machine', () => {
		expect(readProxySettings({ TRY_PROXY_LOOPBACK: 'http' }, 'localhost').loopback).toBe(true);
		expect(() => readProxySettings({ TRY_PROXY_LOOPBACK: 'http' }, '0.0.0.0')).toThrow('HOST is 0.0.0.0');
	});
	it.each([
		['TRY_PROXY_PORTS', 'https'],
		['TRY_PROXY_PORTS', '0'],
		['TRY_PROXY_PORTS', '443,70000'],
		['TRY_PROXY_LOOPBACK', 'yes'],
		['TRY_PROXY_RATE', '0'],
		['TRY_PROXY_CONCURRENT', '-1'],
		['SITE_URL', 'docs.example.com'],
	])('are refused by name: %s=%s', (name, text) => {
		expect(() => readProxySettings({ [name]: text }, '127.0.0.1')).toThrow(`${name} is "${text}"`);
	});
});

describe('The tasks that the proxy sends', () => {
	it('are the operations of the document and the tasks of sdk.yaml', () => {
		const { plivo } = readTasks('spec', ['plivo'], 'TRY_PROXY');
		expect(plivo?.map(({ id }) => id)).toEqual(expect.arrayContaining(['removeShortcode', 'countNumbers']));
	});
	it('are none of an API that is not there', () => {
		try {
			readTasks('spec', ['plvo'], 'TRY_PROXY');
			expect.unreachable();
		} catch (error) {
			expect((error as ProblemError).problem).toMatchObject({
				message: 'TRY_PROXY names "plvo", which spec does not describe.',
				hint: 'Did you mean "plivo"?',
			});
		}
	});
});
