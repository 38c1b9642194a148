import { expect, it } from 'vitest';
import { inlineScripts, scriptHash } from '../../src/site/build/script-hashes.ts';

it('finds the scripts that a page holds itself, and no data', () => {
	const html =
		'<script>a()</script><script src="/x.js"></script><script type="application/ld+json">{}</script><script type="module">b()</script>';
	expect(inlineScripts(html)).toEqual(['a()', 'b()']);
});

it('names a script as a browser does', () => {
	expect(scriptHash("alert('Hello, world.');")).toBe('sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=');
});
