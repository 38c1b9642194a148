import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createConfig, getLineColLocation, lint, loadConfig } from '@redocly/openapi-core';
import type { Problem } from '../core/problem.ts';

/** Rules without which a document means nothing. Findings of others are warnings: large published documents break them. */
const ESSENTIAL = new Set(['struct', 'spec', 'no-unresolved-refs']);

/**
 * Lints an OpenAPI file with Redocly, by the `redocly.yaml` of the working directory where there is one, else by Redocly's
 * recommended rules. Only a document that breaks the OpenAPI Specification itself is in error.
 */
export async function lintDocument(file: string): Promise<Problem[]> {
	const configPath = resolve('redocly.yaml');
	const config = existsSync(configPath)
		? await loadConfig({ configPath })
		: await createConfig({ extends: ['recommended'] });
	const findings = await lint({ ref: resolve(file), config });
	return findings
		.filter(({ ignored }) => !ignored)
		.map((finding): Problem => {
			const [location] = finding.location;
			const start = location ? getLineColLocation(location).start : undefined;
			const [suggestion] = finding.suggest ?? [];
			const error = finding.severity === 'error' && ESSENTIAL.has(finding.ruleId);
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
