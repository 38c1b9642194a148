import { afterAll, describe, expect, it } from 'vitest';
import { type Address, resolveBySystem } from '../../src/proxy/find-addresses.ts';
import { dialByTcp } from '../../src/proxy/open-connection.ts';
import { API, codeOf, open, PUBLIC, proxied, tasksOf } from './proxied.ts';
import { startTripwire } from './upstream.ts';

const tripwire = await startTripwire();
afterAll(tripwire.close);
const { port } = tripwire;

/** Every way to write an address that is not on the public internet; those of this machine lead to the tripwire. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
	loopback: ['127.0.0.1', '127.1.2.3', '127.255.255.254'],
	unspecified: ['0.0.0.0', '0.1.2.3'],
	private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
	'link-local, where clouds keep their secrets': ['169.254.169.254', '169.254.0.1', '168.63.129.16'],
	shared: ['100.64.0.1', '100.100.100.200', '100.127.255.255'],
	multicast: ['224.0.0.1', '239.255.255.255'],
	'reserved, for documents and for measurements': [
		'192.0.0.1',
		'192.0.2.1',
		'192.88.99.1',
		'198.18.0.1',
		'198.51.100.1',
		'203.0.113.1',
		'240.0.0.1',
		'255.255.255.255',
	],
	'IPv6 equivalents': [
		'[::1]',
		'[::]',
		'[fc00::1]',
		'[fd00:ec2::254]',
		'[fe80::1]',
		'[febf::1]',
		'[fec0::1]',
		'[ff02::1]',
		'[100::1]',
		'[2001:db8::1]',
		'[3fff::1]',
		'[2001:2::1]',
		'[5f00::1]',
		'[4000::1]',
	],
	'mapped and compatible': [
		'[::ffff:127.0.0.1]',
		'[::ffff:7f00:1]',
		'[::ffff:8.8.8.8]',
		'[::127.0.0.1]',
		'[::ffff:0:127.0.0.1]',
	],
	'6to4 and Teredo': ['[2002:7f00:1::]', '[2002:a00:1::1]', '[2002:808:808::]', '[2001:0:7f00:1::]'],
	NAT64: ['[64:ff9b::7f00:1]', '[64:ff9b::169.254.169.254]', '[64:ff9b:1::7f00:1]'],
	'decimal, octal and hex spellings': [
		'2130706433',
		'017700000001',
		'0x7f000001',
		'0x7F.1',
		'0177.0.0.1',
		'0x7f.0x0.0x0.0x1',
		'127.1',
		'127.0.1',
		'0',
		'0xA9FEA9FE',
		'0251.0376.0251.0376',
		'2852039166',
		'１２７.0.0.1',
		'127。0。0。1',
		'%31%32%37.0.0.1',
	],
	'a trailing dot': ['127.0.0.1.', '0x7f.1.', '2130706433.', '169.254.169.254.'],
};

const all = Object.values(REFUSED).flat();
const servers = all.map((host) => ({ url: `https://${host}:${port}` }));

describe('Refused by address after resolution', () => {
	const literal = proxied({ apis: { tiny: tasksOf({ ...API, servers }) }, ports: [port], dial: dialByTcp });
	describe.each(Object.entries(REFUSED))('%s', (_kind, hosts) => {
		it.each(hosts)('%s', async (host) => {
			const code = await codeOf(await literal.send({ server: `https://${host}:${port}` }));
			expect(code).toBe('refused-address');
			expect({ dialled: literal.dialled, touched: tripwire.touched() }).toEqual({ dialled: [], touched: 0 });
		});
	});

	let answers: readonly Address[][] = [];
	let asked = 0;
	const named = proxied({
		apis: { tiny: tasksOf({ ...API, servers: [{ url: `https://api.tiny.example:${port}` }] }) },
		ports: [port],
		resolve: async () => answers[Math.min(asked++, answers.length - 1)] ?? [],
	});
	const server = `https://api.tiny.example:${port}`;
	const leadsTo = (...lists: string[][]) => {
		asked = 0;
		answers = lists.map((list) => list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
	};

	const spelled = all.map((host) => URL.parse(`https://${host}`)?.hostname.replace(/^\[|\]$/g, '') ?? '');
	it.each([...new Set(spelled)])('a name that leads to %s', async (address) => {
		leadsTo([address]);
		expect(await codeOf(await named.send({ server }))).toBe('refused-address');
		expect(named.dialled).toEqual([]);
	});
	it.each(['fe80::1%eth0', '127.0.0.1%0', 'localhost', '', '1.1.1', '::ffff:1.1.1.1'])(
		'a name that leads to what a careless check might pass: %j',
		async (address) => {
			leadsTo([address]);
			expect(await codeOf(await named.send({ server }))).toBe('refused-address');
			expect(named.dialled).toEqual([]);
		},
	);
	it.each([
		[[PUBLIC, '127.0.0.1']],
		[['10.0.0.1', PUBLIC]],
		[[PUBLIC, '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::1']],
	])('all answers are checked: %j', async (addresses) => {
		leadsTo(addresses);
		expect(await codeOf(await named.send({ server }))).toBe('refused-address');
		expect(named.dialled).toEqual([]);
	});
	it('the checked answer is dialled, and no other one asked for', async () => {
		const addresses = ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', PUBLIC];
		leadsTo(addresses, ['127.0.0.1']);
		await open(await named.send({ server }));
		expect(named.dialled).toEqual([{ addresses, port }]);
		expect(named.resolved).toEqual(['api.tiny.example']);
	});
	it('a rebinding name is refused as soon as it leads here', async () => {
		leadsTo([PUBLIC], ['127.0.0.1']);
		await open(await named.send({ server }));
		expect(await codeOf(await named.send({ server }))).toBe('refused-address');
		expect(named.dialled).toHaveLength(1);
	});
	it('a name that leads nowhere is told', async () => {
		leadsTo([]);
		expect(await codeOf(await named.send({ server }))).toBe('unknown-host');
	});
	it('says nothing of the addresses behind a name', async () => {
		leadsTo(['10.20.30.40']);
		expect(await (await named.send({ server })).text()).not.toContain('10.20.30.40');
	});
});

describe('The system’s own resolver', () => {
	const names = ['localhost', 'localhost.', 'LOCALHOST'];
	const urls = names.map((name) => ({ url: `https://${name}:${port}` }));
	const real = proxied({
		apis: { tiny: tasksOf({ ...API, servers: urls }) },
		ports: [port],
		dial: dialByTcp,
		resolve: resolveBySystem,
	});
	it.each(names)('finds that %s is this machine', async (name) => {
		expect(await codeOf(await real.send({ server: `https://${name}:${port}` }))).toBe('refused-address');
		expect(tripwire.touched()).toBe(0);
	});
});

it('The tripwire is one: a connection that gets through would be seen', async () => {
	const socket = dialByTcp({ hostname: 'any.example', port, addresses: [{ address: '127.0.0.1', family: 4 }] });
	await new Promise((settle) => socket.once('close', settle).on('error', settle));
	expect(tripwire.touched()).toBe(1);
});
