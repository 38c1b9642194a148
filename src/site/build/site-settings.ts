import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ConfigLink } from '../../load/config.ts';
import type { Project } from '../../load/load-project.ts';

/** What the pages have to know of the project; `virtual:specimen/settings` holds it. */
export interface SiteSettings {
	title: string;
	/** The folders that APIs and their proof are read from. */
	spec: string;
	proof: string;
	/** The folder of the guides, absolute: the project's, or Specimen's own where it has none. */
	guides: string;
	/** Whether the guides bring the site's first page along. */
	hasHome: boolean;
	/** Absent where the project shows all. */
	languages?: string[];
	styles?: string[];
	headerLinks: ConfigLink[];
	footerLinks: ConfigLink[];
	footerText?: string;
	/** Groups of APIs that are versions of one another, each with its label, newest first. */
	versions: { api: string; label: string }[][];
	/** Absolute paths of the logo for each theme; `virtual:specimen/logo` makes addresses of them. */
	logo?: { light: string; dark: string };
}

const STARTER = join(import.meta.dirname, '../starter');

/** Reads what pages have to know out of a project. */
export function siteSettings({ root, config, folders }: Project): SiteSettings {
	const { languages, styles, logo, header, footer } = config;
	const own = resolve(folders.guides);
	const pages = existsSync(own) ? readdirSync(own).filter((name) => /^[^_].*\.mdx?$/.test(name)) : [];
	const path = (file: string) => resolve(root, file);
	return {
		title: config.title ?? 'API reference',
		spec: folders.spec,
		proof: folders.proof,
		guides: pages.length > 0 ? own : STARTER,
		hasHome: pages.some((name) => /^index\.mdx?$/.test(name)),
		...(languages ? { languages } : {}),
		...(styles ? { styles } : {}),
		headerLinks: header?.links ?? [],
		footerLinks: footer?.links ?? [],
		...(footer?.text ? { footerText: footer.text } : {}),
		versions: (config.versions ?? []).map((group) => Object.entries(group).map(([api, label]) => ({ api, label }))),
		...(logo
			? {
					logo:
						typeof logo === 'string'
							? { light: path(logo), dark: path(logo) }
							: { light: path(logo.light), dark: path(logo.dark) },
				}
			: {}),
	};
}
