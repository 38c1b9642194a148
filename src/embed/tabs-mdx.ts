import type { Fragment, FragmentLanguage } from './fragment.ts';
import { attribute, fence, notice } from './mdx-text.ts';

/** How one system writes tabs in MDX. */
export interface TabsDialect {
	/** The lines that make the components known. */
	imports: string;
	/** The attributes of a group whose choice readers keep from page to page. */
	group(name: 'language' | 'style'): string;
	/** The attributes of one tab. */
	item(id: string, label: string): string;
}

/** Docusaurus: `@theme/Tabs`, in step by `groupId`. */
export const docusaurus: TabsDialect = {
	imports: "import Tabs from '@theme/Tabs';\nimport TabItem from '@theme/TabItem';",
	group: (name) => `groupId="specimen-${name}"`,
	item: (id, label) => `value=${attribute(id)} label=${attribute(label)}`,
};

/** Starlight: its own tabs, in step by `syncKey`. */
export const starlight: TabsDialect = {
	imports: "import { TabItem, Tabs } from '@astrojs/starlight/components';",
	group: (name) => `syncKey="specimen-${name}"`,
	item: (_id, label) => `label=${attribute(label)}`,
};

/** A fragment as MDX: a tab a language, and in it one a style where there are several. */
export function tabsMdx({ languages }: Fragment, dialect: TabsDialect): string {
	const tabs = languages.map((one) => item(dialect, one.language.id, one.language.label, inside(one, dialect)));
	const group = `<Tabs ${dialect.group('language')}>\n${tabs.join('\n')}\n</Tabs>`;
	return `${dialect.imports}\n\n{/* ${notice} */}\n\n${group}\n`;
}

function inside({ language, samples }: FragmentLanguage, dialect: TabsDialect): string {
	const fences = samples.map(({ code }) => fence(code, language.grammar));
	if (samples.length === 1) return fences[0] ?? '';
	const tabs = samples.map(({ style, label }, index) => item(dialect, style, label, fences[index] ?? ''));
	return `<Tabs ${dialect.group('style')}>\n${tabs.join('\n')}\n</Tabs>`;
}

/** Blank lines around what a tab holds make it Markdown again; it is not indented, so that code keeps its own columns. */
function item({ item: attributes }: TabsDialect, id: string, label: string, content: string): string {
	return `<TabItem ${attributes(id, label)}>\n\n${content}\n\n</TabItem>`;
}
