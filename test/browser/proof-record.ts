import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadApi } from '../../src/load/load-api.ts';
import type { ProofRecord } from '../../src/load/load-proof.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { languages } from '../../templates/index.ts';

const TOOLCHAIN = 'Python 3.11.7';
const SDK = 'plivo 4.59.6';

/** What a sample of `removeShortcode` is said to have printed: text that HTML would take for its own. */
export const PRINTED = '{\n  "response": "<b>success</b> & more"\n}';

/** What the record says of samples that differ from all others, by the sample's place in the tree without its file. */
const SPECIAL: Readonly<Record<string, Partial<ProofRecord>>> = {
	'removeShortcode/v1 python': { prints: `${PRINTED}\n` },
	'removeShortcode/v2 python': { source: 'copy' },
	'removeShortcode/v1 ruby': { level: 'compile' },
	'removeShortcode/v2 ruby': { level: 'parse' },
	'removeShortcode/v1 node': {
		level: 'parse',
		outcome: 'not verified',
		note: 'node is not installed. On Debian and Ubuntu: apt-get install nodejs',
	},
	'removeShortcode/v2 node': { outcome: 'stand-in', note: 'npm could not install it' },
	'removeShortcode/v1 php': { outcome: 'known', note: 'The SDK answers `null`.' },
	'removeShortcode/v1 go': { sha256: '0'.repeat(64), prints: 'of another text' },
	'removeShortcode/http go': { outcome: 'failed' },
};

/** Writes a record of every sample, as `verify --record` would: most ran, and printed much that no compression shortens. */
export function writeTestRecord(folder: string): void {
	const { api } = loadApi('spec/plivo/openapi.yaml', languages);
	if (!api) throw new Error('spec/plivo/openapi.yaml cannot be read.');
	const proven = planTree(api, languages, []).samples.map(({ entry }): ProofRecord => {
		const { operationId, language, style, path, sha256 } = entry;
		return {
			path,
			sha256,
			level: 'run',
			outcome: 'passed',
			toolchain: TOOLCHAIN,
			...(style === 'http' ? {} : { sdk: SDK }),
			prints: Array.from({ length: 20 }, (_, line) => digest(`${path} ${line}`)).join('\n'),
			...SPECIAL[`${operationId}/${style} ${language}`],
		};
	});
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'plivo.json'), JSON.stringify({ proven }));
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
