import { expect, it } from 'vitest';
import { readEmail } from '../../src/feedback/fields.ts';

const read = (email: string) => readEmail(new Map([['email', email]]));

it.each([
	'anna@example.com\r\nBcc: eve@example.com',
	'anna@example.com, eve@example.com',
	'anna@example.com%0aBcc:eve@example.com',
	'<anna@example.com>',
	'"anna\\" eve@example.com"@example.com',
	'anna@eve@example.com',
	'anna@localhost',
	'anna@127.0.0.1',
	'anna@[::1]',
	'anna@example',
	'.anna@example.com',
	'anna@-example.com',
	`${'a'.repeat(65)}@example.com`,
	`anna@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.com`,
	"' or 1=1; drop table subscription; --@example.com",
	'',
])('takes no such address as %j', (email) => {
	expect(() => read(email)).toThrow('That is no e-mail address that mail can be sent to.');
});

it.each([
	['Anna@Example.COM', 'anna@example.com'],
	[" o'neil+docs@mail.example.co.uk ", "o'neil+docs@mail.example.co.uk"],
	['a@BÜCHER.example', 'a@xn--bcher-kva.example'],
	['a@xn--bcher-kva.xn--p1ai', 'a@xn--bcher-kva.xn--p1ai'],
])('takes %j as %s', (email, taken) => {
	expect(read(email)).toBe(taken);
});
