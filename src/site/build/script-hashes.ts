import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Writes `_specimen/csp.json`, `{ "scriptHashes": ["sha256-…"] }`: the inline scripts of all pages, which the server's
 * Content-Security-Policy lets run. A page with an inline style or an event handler would be broken by that policy:
 * the build fails and names it.
 */
export function scriptHashes(): AstroIntegration {
	return {
		name: 'specimen-script-hashes',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
				const hashes = new Set<string>();
				for (const file of files) {
					const html = readFileSync(join(root, file), 'utf8');
					const inline = /<[a-z][^<>]*\s(style|on[a-z]+)\s*=|<style[\s>]/i.exec(html);
					if (inline) throw new Error(`${file} holds what its policy forbids: ${inline[0]}`);
					for (const script of inlineScripts(html)) hashes.add(scriptHash(script));
				}
				mkdirSync(join(root, '_specimen'), { recursive: true });
				writeFileSync(
					join(root, '_specimen/csp.json'),
					`${JSON.stringify({ scriptHashes: [...hashes].sort() }, null, 2)}\n`,
				);
			},
		},
	};
}

/** The scripts that a page holds itself and that a browser would run; data (JSON-LD) is none. */
export function inlineScripts(html: string): string[] {
	return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
		.filter(
			([, attributes = '']) => !/\ssrc\s*=/i.test(attributes) && !/\stype\s*=\s*["']?[^"'\s>]*json/i.test(attributes),
		)
		.map(([, , text = '']) => text);
}

/** The hash by which a Content-Security-Policy names a script. */
export function scriptHash(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
