import type { Plugin } from 'vite';
import type { Config } from '../../load/config.ts';
import type { SiteSettings } from './site-settings.ts';

/** Gives the pages what the project says: `virtual:specimen/settings`, `virtual:specimen/logo`, `virtual:specimen/theme.css`. */
export function viteSettings(settings: SiteSettings, colours: Config['colours'] = {}): Plugin {
	const modules: Readonly<Record<string, string>> = {
		'virtual:specimen/settings': `export default ${JSON.stringify(settings)};`,
		'virtual:specimen/logo': logoModule(settings),
		'virtual:specimen/theme.css': themeCss(colours.accent),
	};
	return {
		name: 'specimen-settings',
		resolveId: (id) => (id in modules ? `\0${id}` : undefined),
		load: (id) => (id.startsWith('\0virtual:specimen/') ? modules[id.slice(1)] : undefined),
	};
}

function logoModule({ logo }: SiteSettings): string {
	if (!logo) return 'export default undefined;';
	return [
		`import light from ${JSON.stringify(`${logo.light}?url`)};`,
		`import dark from ${JSON.stringify(`${logo.dark}?url`)};`,
		'export default { light, dark };',
	].join('\n');
}

/** The colours of the project in place of those of `theme.css`. White text stands on the light theme's accent in both themes. */
function themeCss(accent: NonNullable<Config['colours']>['accent']): string {
	if (!accent) return '';
	const light = typeof accent === 'string' ? accent : accent.light;
	const dark = typeof accent === 'string' ? `color-mix(in oklab, ${accent} 45%, white)` : accent.dark;
	return [
		':root {',
		`\t--accent: light-dark(${light}, ${dark});`,
		`\t--accent-solid: ${light};`,
		`\t--accent-paper: light-dark(color-mix(in oklab, ${light} 10%, white), color-mix(in oklab, ${light} 30%, #101412));`,
		'}',
	].join('\n');
}
