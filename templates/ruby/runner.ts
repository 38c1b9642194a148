import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkInBatch } from '../../src/verify/check-in-batch.ts';
import { ask, findPrograms, missing } from '../../src/verify/detect-toolchain.ts';
import { findProgram } from '../../src/verify/find-program.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { runPackageManager } from '../../src/verify/run-package-manager.ts';
import type { Runner } from '../../src/verify/runner.ts';
import { sampleEnvironment } from '../../src/verify/sample-environment.ts';

const redirect = join(import.meta.dirname, 'redirect');

const about = `
require 'json'
puts JSON.generate(executable: RbConfig.ruby, version: RUBY_VERSION, abi: RbConfig::CONFIG['ruby_version'])
`;

// One message can hold several complaints; each begins with the file and its line.
const checker = `
require 'json'
$stdin.read.split("\\n").each do |path|
  RubyVM::InstructionSequence.compile_file(path)
rescue SyntaxError => error
  line = error.message[/^#{Regexp.escape(path)}:(\\d+)/, 1] || error.message[/^>\\s*(\\d+)/, 1] || 1
  text = error.message.sub(/\\A#{Regexp.escape(path)}:\\d+: /, '')
  puts JSON.generate(file: path, line: line.to_i, message: text.scrub)
end
puts 'done'
`;

/** Ruby: samples use the standard library alone, or an SDK's own gems and no others. */
export const runner: Runner = {
	language: 'ruby',
	needs: {
		missing: /cannot load such file -- (\S+)/,
		unbound: /undefined local variable or method [`'](\w+)'/,
	},

	async detect() {
		const programs = findPrograms({ ruby: 'ruby' });
		if (isNotVerified(programs)) return programs;
		const answer = await ask(programs.ruby, '-e', about);
		if (isNotVerified(answer)) return answer;
		const { executable, version, abi } = JSON.parse(answer.stdout);
		return { title: `Ruby ${version}`, version, command: executable, facts: { abi } };
	},

	compile: (files, { toolchain, folder }) =>
		checkInBatch(files, {
			command: toolchain.command,
			args: ['-W0', '-e', checker],
			cwd: folder,
		}),

	run(program, bench, port) {
		const { toolchain, project, folder, certificateFile } = bench;
		const gems = join(project?.folder ?? '', 'vendor/bundle/ruby', toolchain.facts?.abi ?? '');
		const installed: Record<string, string> = project?.source === 'registry' ? { GEM_HOME: gems, GEM_PATH: gems } : {};
		const copied = project?.source === 'copy' ? [join(project.folder, 'copy/lib')] : [];
		return {
			command: toolchain.command,
			args: [program],
			cwd: project?.folder ?? folder,
			env: {
				...sampleEnvironment(bench, port),
				...installed,
				RUBYLIB: [redirect, ...copied].join(':'),
				RUBYOPT: '-rspecimen_redirect',
				SSL_CERT_FILE: certificateFile,
			},
		};
	},

	sdk: {
		copyHolds: { path: 'lib', words: 'lib/ with the SDK; its gems there too, or installed' },
		files: ({ name, version }) => ({
			Gemfile: `source 'https://rubygems.org'\n\ngem '${name}', '${version}'\n`,
		}),
		async install({ folder }, toolchain, copy) {
			if (copy !== undefined) return void symlinkSync(copy, join(folder, 'copy'));
			const bundle = findProgram('bundle');
			if (bundle === undefined) return missing('Bundler', 'bundler');
			const gems = join(folder, 'vendor/bundle');
			return runPackageManager('bundle', {
				command: bundle,
				args: ['install', '--quiet'],
				env: { BUNDLE_PATH: gems, BUNDLE_GEMFILE: join(folder, 'Gemfile') },
				cwd: folder,
				made: () => existsSync(join(gems, 'ruby', toolchain.facts?.abi ?? '')),
			});
		},
	},
};
