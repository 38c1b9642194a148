import { expect, it } from 'vitest';
import { createLimits, type Limits } from '../../src/feedback/limits.ts';

let time = Date.parse('2026-11-24T10:00:00Z');
const now = () => new Date(time);

function takeUntilRefused(limits: Limits, address: string): number {
	for (let taken = 0; taken < 1_000; taken++) if (limits.take(address, 'subscription') > 0) return taken;
	return Number.POSITIVE_INFINITY;
}

it('lets a client do ten an hour, and others as many', () => {
	const limits = createLimits(now);
	expect(takeUntilRefused(limits, '192.0.2.1')).toBe(10);
	expect(limits.take('192.0.2.1', 'subscription')).toBe(3600);
	expect(limits.take('192.0.2.1', 'rating')).toBe(0);
	expect(takeUntilRefused(limits, '192.0.2.2')).toBe(10);
	time += 3_600_000;
	expect(limits.take('192.0.2.1', 'subscription')).toBe(0);
});

it('takes all addresses of an IPv6 network as one client', () => {
	const limits = createLimits(now);
	expect(takeUntilRefused(limits, '2001:db8:1:2::1')).toBe(10);
	expect(limits.take('2001:db8:1:2:ffff::9', 'subscription')).toBeGreaterThan(0);
	expect(limits.take('2001:db8:1:3::1', 'subscription')).toBe(0);
});

it('forgets everybody at the end of the day', () => {
	time = Date.parse('2026-11-24T23:59:00Z');
	const limits = createLimits(now);
	expect(takeUntilRefused(limits, '192.0.2.1')).toBe(10);
	time = Date.parse('2026-11-25T00:00:00Z');
	expect(limits.take('192.0.2.1', 'subscription')).toBe(0);
});
