import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkInBatch } from '../../src/verify/check-in-batch.ts';
import { findPrograms } from '../../src/verify/detect-toolchain.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { runPackageManager } from '../../src/verify/run-package-manager.ts';
import type { Runner } from '../../src/verify/runner.ts';
import { sampleEnvironment } from '../../src/verify/sample-environment.ts';

const redirect = join(import.meta.dirname, 'redirect/redirect.cjs');

// A module that does not parse does not say where; `node --check` does, so the broken ones go through it.
const checker = `
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { compileFunction, SourceTextModule } = require('node:vm');
for (const file of readFileSync(0, 'utf8').split('\\n')) {
  if (file === '') continue;
  try {
    const source = readFileSync(file, 'utf8').replace(/^#!.*/, '');
    if (file.endsWith('.cjs')) compileFunction(source, ['exports', 'require', 'module'], { filename: file });
    else new SourceTextModule(source, { identifier: file });
  } catch (error) {
    const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8', timeout: 10_000 });
    const [place = '', , marks = ''] = stderr.split('\\n');
    const line = Number(/:(\\d+)$/.exec(place)?.[1] ?? 1);
    const column = marks.indexOf('^') + 1 || undefined;
    console.log(JSON.stringify({ file, line, column, message: String(error.message) }));
  }
}
console.log('done');
`;

/** Node: the one that runs this, so that what is proven does not depend on the PATH. */
export const runner: Runner = {
	language: 'node',
	needs: {
		missing: /Cannot find (?:package|module) '([^']+)'/,
		unbound: /ReferenceError: (\w+) is not defined/,
	},

	async detect() {
		const { node: version } = process.versions;
		return { title: `Node ${version}`, version, command: process.execPath };
	},

	compile: (files, { folder }) =>
		checkInBatch(files, {
			command: process.execPath,
			args: ['--experimental-vm-modules', '--no-warnings', '-e', checker],
			cwd: folder,
		}),

	run(program, bench, port) {
		const { project, folder, certificateFile } = bench;
		return {
			command: process.execPath,
			args: ['--require', redirect, program],
			cwd: project?.folder ?? folder,
			env: { ...sampleEnvironment(bench, port), NODE_EXTRA_CA_CERTS: certificateFile },
		};
	},

	sdk: {
		copyHolds: { path: 'node_modules', words: 'node_modules/ with the SDK and what it needs' },
		files: ({ name, version }) => ({
			'package.json': `${JSON.stringify({ private: true, dependencies: { [name]: version } }, null, 2)}\n`,
		}),
		async install({ folder }, _toolchain, copy) {
			const modules = join(folder, 'node_modules');
			if (copy !== undefined) return void symlinkSync(join(copy, 'node_modules'), modules);
			const programs = findPrograms({ npm: 'npm' });
			if (isNotVerified(programs)) return programs;
			return runPackageManager('npm', {
				command: programs.npm,
				args: ['install', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'],
				// npm would leave its compile cache behind in the folder for temporary files.
				env: { NODE_DISABLE_COMPILE_CACHE: '1' },
				cwd: folder,
				made: () => existsSync(modules),
			});
		},
	},
};
