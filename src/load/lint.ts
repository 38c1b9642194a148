import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createConfig, getLineColLocation, lint, loadConfig } from '@redocly/openapi-core';
import type { Problem } from '../core/problem.ts';

/** Rules without which a document means nothing: their findings are errors even where nobody configured the linter. */
const ESSENTIAL = new Set(['struct', 'spec', 'no-unresolved-refs']);

/**
 * Lints an OpenAPI file with Redocly: by the `redocly.yaml` of the working directory where there is one, with its severities;
 * else by Redocly's recommended rules, of which only the essential ones are errors, for large published documents break others.
 */
export async function lintDocument(file: string): Promise<Problem[]> {
	const configPath = resolve('redocly.yaml');
	const configured = existsSync(configPath);
	const config = configured ? await loadConfig({ configPath }) : await createConfig({ extends: ['recommended'] });
	const findings = await lint({ ref: resolve(file), config });
	return findings
		.filter(({ ignored }) => !ignored)
		.map((finding): Problem => {
			const [location] = finding.location;
			const start = location ? getLineColLocation(location).start : undefined;
			const [suggestion] = finding.suggest ?? [];
			const error = finding.severity === 'error' && (configured || ESSENTIAL.has(finding.ruleId));
			return {
				severity: error ? 'error' : 'warning',
				code: finding.ruleId,
				message: finding.message,
				...(suggestion ? { hint: `Did you mean "${suggestion}"?` } : {}),
				...(location?.pointer ? { pointer: location.pointer.replace(/^#/, '') } : {}),
				place: {
					file: location ? relative(process.cwd(), location.source.absoluteRef) : file,
					line: start?.line ?? 1,
					column: start?.col ?? 1,
				},
			};
		});
}
