import { codeHtml } from '../highlight/code-html.ts';
import { escapeHtml } from '../highlight/code-lines.ts';
import type { Fragment, FragmentLanguage, FragmentSample } from './fragment.ts';
import { notice } from './mdx-text.ts';

/**
 * A fragment as plain HTML: every sample in an open `<details>`, so that all are readable without a script, which makes
 * tabs of them. Braces are written as entities, for pages that a template engine reads before a browser does.
 */
export async function fragmentHtml({ task, languages }: Fragment): Promise<string> {
	const samples = await Promise.all(languages.flatMap((one) => one.samples.map((sample) => sampleHtml(one, sample))));
	const name = escapeAll(`Code samples: ${task.title}`);
	const open = `<div class="specimen" role="group" aria-label="${name}" data-operation="${escapeAll(task.id)}">`;
	return `<!-- ${notice} -->\n${open}\n${samples.join('\n')}\n</div>\n`;
}

async function sampleHtml(
	{ language, samples }: FragmentLanguage,
	{ style, code, label }: FragmentSample,
): Promise<string> {
	const title = samples.length === 1 ? language.label : `${language.label}, ${label}`;
	const data = `data-language="${escapeAll(language.id)}" data-style="${escapeAll(style)}"`;
	const coloured = withoutBraces(await codeHtml(code, language.grammar));
	const pre = `<pre tabindex="0"><code class="language-${escapeAll(language.grammar)}">${coloured}</code></pre>`;
	return `<details open ${data}><summary>${escapeAll(title)}</summary>${pre}</details>`;
}

function escapeAll(text: string): string {
	return withoutBraces(escapeHtml(text));
}

function withoutBraces(html: string): string {
	return html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}
