/** How closely a segment is described: fixed text comes before text around a parameter, and that before a parameter alone. */
type Rank = 0 | 1 | 2;

/** A path template such as `/v1/Account/{auth_id}/Powerpack/`, ready to be compared with a request's path. */
export interface PathTemplate {
	/** The names of its parameters, in order. */
	names: readonly string[];
	segmentCount: number;
	ranks: readonly Rank[];
	/** The parameters' values in order, or undefined where the path is another one. Takes decoded segments. */
	match(segments: readonly string[]): string[] | undefined;
}

/** Compiles a path template. A segment may hold several parameters (`{base}...{head}`). */
export function compilePathTemplate(path: string): PathTemplate {
	const segments = path.split('/').map(compileSegment);
	return {
		names: [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name),
		segmentCount: segments.length,
		ranks: segments.map((segment) => segment.rank),
		match(candidates) {
			if (candidates.length !== segments.length) return undefined;
			const values: string[] = [];
			for (const [index, segment] of segments.entries()) {
				const found = segment.pattern.exec(candidates[index] ?? '');
				if (!found) return undefined;
				values.push(...found.slice(1));
			}
			return values;
		},
	};
}

/** Sorts concrete paths before templated ones, as OpenAPI asks. */
export function comparePathTemplates(left: PathTemplate, right: PathTemplate): number {
	for (const [index, rank] of left.ranks.entries()) {
		const difference = rank - (right.ranks[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The segments of a URL's path, each decoded; undefined where its percent-encoding is malformed. */
export function pathSegments(pathname: string): string[] | undefined {
	try {
		return pathname.split('/').map(decodeURIComponent);
	} catch {
		// Malformed percent-encoding; the caller answers that the request is bad.
		return undefined;
	}
}

function compileSegment(segment: string): { pattern: RegExp; rank: Rank } {
	const pieces = segment.split(/\{[^{}]+\}/);
	const fixed = pieces.map((piece) => decodeLiteral(piece).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	const rank: Rank = pieces.length === 1 ? 0 : pieces.join('') === '' ? 2 : 1;
	return { pattern: new RegExp(`^${fixed.join('(.+?)')}$`, 's'), rank };
}

function decodeLiteral(text: string): string {
	return pathSegments(text)?.[0] ?? text;
}
