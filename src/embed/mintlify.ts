import type { Fragment } from './fragment.ts';
import { fence, notice } from './mdx-text.ts';

/** A fragment as Mintlify's MDX: one `<CodeGroup>`, whose tabs are called as the fences' info strings say. */
export function mintlifyMdx({ languages }: Fragment): string {
	const fences = languages.flatMap(({ language, samples }) =>
		samples.map(({ code, label }) => {
			const title = samples.length === 1 ? language.label : `${language.label}, ${label}`;
			// A backtick cannot stand in an info string.
			return fence(code, `${language.grammar} ${title.replaceAll('`', "'")}`);
		}),
	);
	return `{/* ${notice} */}\n\n<CodeGroup>\n\n${fences.join('\n\n')}\n\n</CodeGroup>\n`;
}
