import type { Plugin } from 'vite';

/** What `openapi-sampler` needs for references and for samples in XML, neither of which anything here asks it for. */
const UNUSED: Readonly<Record<string, string>> = {
	'fast-xml-parser': 'export class XMLBuilder { constructor() { throw new Error("XML is not sampled here"); } }',
	'json-pointer': 'export default { get() { throw new Error("references are not followed here"); } };',
};

/** Leaves out of what browsers load the half of `openapi-sampler` that they have no use for. */
export function leanSampler(): Plugin {
	return {
		name: 'specimen-lean-sampler',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		resolveId: (id) => (Object.hasOwn(UNUSED, id) ? `\0lean:${id}` : undefined),
		load: (id) => (id.startsWith('\0lean:') ? UNUSED[id.slice('\0lean:'.length)] : undefined),
	};
}
