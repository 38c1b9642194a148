import { expect, it } from 'vitest';
import { redact } from '../../src/feedback/redact.ts';

it.each([
	['a password', 'my password: hunter22!', 'my password: [redacted]'],
	['a quoted token', '{"auth_token": "a b c d e"}', '{"auth_token": [redacted]}'],
	['a bearer token', 'Authorization: Bearer abc.DEF-123_x', 'Authorization: Bearer [redacted]'],
	['a Basic pair', 'Authorization: Basic aWQ6dG9rZW4xMjM=', 'Authorization: Basic [redacted]'],
	['credentials of cURL', 'curl -u MA123:s3cret https://x', 'curl -u [redacted] https://x'],
	['the user of an address', 'https://id:token@api.example.com/v1', 'https://[redacted]@api.example.com/v1'],
	['a key by its prefix', 'sk_live_4eC39HqLyjWDarjtT1zdp7dc fails', '[redacted] fails'],
	['an AWS key', 'AKIAIOSFODNN7EXAMPLE', '[redacted]'],
	['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123 expired', '[redacted] expired'],
	['a private key', 'x -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- y', 'x [redacted] y'],
	['a private key that breaks off', '-----BEGIN PRIVATE KEY-----\nMIIEabc', '[redacted]'],
	['a long key of no known kind', 'with 9f86d081884c7d659a2feaa0c55ad015 it works', 'with [redacted] it works'],
	['an e-mail address', 'write to anna.müller@example.co.uk, please', 'write to [redacted], please'],
	['the number of a card', 'I paid with 4111 1111 1111 1111', 'I paid with [redacted]'],
])('takes out %s', (_what, text, left) => {
	expect(redact(text)).toBe(left);
});

it.each([
	'The token is missing from the sample; Basic authentication is not explained.',
	'powerpack ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f is not found, see /plivo/remove-shortcode/',
	'client.powerpacks.get(uuid="<powerpack_uuid>").remove_shortcode("444444") returns 404',
	'PlivoValidationException in createPowerpackWithStickySender, line 12345678901234',
	'Ratings of 5 @ 10 % – שלום 🥳',
])('leaves %s', (text) => {
	expect(redact(text)).toBe(text);
});

it('takes no longer for a text that is made to be slow', () => {
	for (const hostile of ['a@'.repeat(1_000), '4'.repeat(2_000), 'password='.repeat(220), `${'a.'.repeat(900)}@`])
		expect(redact(hostile).length).toBeGreaterThan(0);
});
