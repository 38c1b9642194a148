/** One sample as `manifest.json` lists it; `path` is relative to the manifest's folder. */
export interface ManifestEntry {
	operationId: string;
	language: string;
	style: string;
	path: string;
	sha256: string;
	/** The SDK package, its version and how to install it; for SDK styles only. */
	package?: string;
	version?: string;
	install?: string;
	/** Written by hand. */
	authored?: true;
}

/** The manifest's text: one line a sample, sorted by path, so that branches merge. */
export function printManifest(entries: readonly ManifestEntry[]): string {
	const lines = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1)).map((entry) => `    ${JSON.stringify(entry)}`);
	return lines.length === 0 ? '{\n  "samples": []\n}\n' : `{\n  "samples": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Reads a manifest's text; undefined where it is none. */
export function parseManifest(text: string): ManifestEntry[] | undefined {
	try {
		const { samples } = JSON.parse(text) as { samples?: unknown };
		if (!Array.isArray(samples)) return undefined;
		return samples.every((entry) => typeof entry?.path === 'string' && typeof entry?.sha256 === 'string')
			? samples
			: undefined;
	} catch {
		// What is no JSON is no manifest: the caller says so.
		return undefined;
	}
}
