/// <reference types="astro/client" />
/// <reference types="@astrojs/starlight" />

declare module 'virtual:specimen/settings' {
	const settings: import('./build/site-settings.ts').SiteSettings;
	export default settings;
}

declare module 'virtual:specimen/logo' {
	/** The addresses of the project's logo for each theme, where it has one. */
	const logo: { light: string; dark: string } | undefined;
	export default logo;
}
