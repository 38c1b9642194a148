import type { SiteApi } from './apis.ts';
import { link, openapiFile } from './links.ts';
import { hasOverlay } from './overlay.ts';

/** A file of an API that readers and their tools can take. */
export interface Download {
	label: string;
	/** What it is good for. */
	purpose: string;
	href: string;
}

/** The files of an API. */
export function downloadsOf(api: SiteApi): Download[] {
	const file = (name: string) => link(`/${api.name}/${name}`);
	const source = openapiFile(api);
	return [
		...(source ? [{ label: 'OpenAPI file', purpose: 'what these pages are made from', href: file(source) }] : []),
		...(!hasOverlay(api)
			? []
			: [{ label: 'Overlay', purpose: 'adds every sample to that file as x-codeSamples', href: file('overlay.yaml') }]),
		{ label: 'Manifest', purpose: 'lists every sample with its hash', href: file('manifest.json') },
		{ label: 'Markdown', purpose: 'this page as text', href: link(`/${api.name}.md`) },
	];
}
