/** A link in the header or the footer of every page. */
export interface ConfigLink {
	label: string;
	/** An address of the site (`/guides/errors/`, without the base path) or of another (`https://…`). */
	href: string;
}

/** What a project says in `specimen.config.yaml` or `specimen.config.ts`. Everything may be left out. */
export interface Config {
	/** The site's name, in its header and in the titles of its pages. */
	title?: string;
	/** One sentence on the site, for search engines. */
	description?: string;
	/** An SVG or PNG file beside the title; two where one does not fit both themes. */
	logo?: string | { light: string; dark: string };
	colours?: {
		/** The colour of links, as `#0a6a4c`; two where one does not fit both themes. */
		accent?: string | { light: string; dark: string };
	};
	header?: { links?: ConfigLink[] };
	footer?: { text?: string; links?: ConfigLink[] };
	/** The languages of the samples, in the order of their tabs. */
	languages?: string[];
	/** The calling styles of the samples: `http`, and those of `sdk.yaml`. */
	styles?: string[];
	/** The address that the site is published at: `https://docs.example.com`. */
	site?: string;
	/** The path that it is published below: `/reference`. */
	base?: string;
	/** Origins that pages may load from, by directive of the Content-Security-Policy: `img-src: [https://cdn.example.com]`. */
	csp?: Record<string, string[]>;
	/** Other sites whose pages may show samples of this one by `<specimen-sample>`: their origins. */
	embed?: { origins: string[] };
	/** APIs that are versions of one another: for each group the folders below `spec/` with their labels, newest first. */
	versions?: Record<string, string>[];
	/** The folder of the described APIs; `spec`. */
	spec?: string;
	/** The folder that samples are written to; `samples`. */
	samples?: string;
	/** The folder of the records of what was proven; `proof`. */
	proof?: string;
	/** The folder of templates that take the place of Specimen's own; `templates`. */
	templates?: string;
	/** The folder of the guides, Markdown or MDX; `guides`. */
	guides?: string;
}

/** A configuration in TypeScript, so that editors know its fields: `export default defineConfig({ … })`. */
export function defineConfig(config: Config): Config {
	return config;
}
