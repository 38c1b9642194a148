import { checkInBatch } from '../../src/verify/check-in-batch.ts';
import { askFor, findPrograms } from '../../src/verify/detect-toolchain.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { textsOf } from '../../src/verify/parse-text.ts';
import type { Runner } from '../../src/verify/runner.ts';
import { sampleEnvironment } from '../../src/verify/sample-environment.ts';

// `bash -n a b` checks only a. A complaint reads `a: line 3: syntax error …`.
const checker = `
escape() { local text=\${1//\\\\/\\\\\\\\}; printf '%s' "\${text//\\"/\\\\\\"}"; }
while IFS= read -r file; do
  said=$("$BASH" -n "$file" 2>&1 >/dev/null) && continue
  said=\${said%%$'\\n'*}
  if [[ $said =~ ' line '([0-9]+)': '(.*)$ ]]; then line=\${BASH_REMATCH[1]} said=\${BASH_REMATCH[2]}; else line=1; fi
  printf '{"file":"%s","line":%s,"message":"%s"}\\n' "$(escape "$file")" "$line" "$(escape "$said")"
done
echo done
`;

/** What a script may call beside curl: it only reads what it is given, or prints. */
const harmless = new Set([
	'curl',
	'echo',
	'printf',
	'export',
	'set',
	'local',
	'true',
	'test',
	'[',
	'jq',
	'base64',
	'date',
]);

/** Shell: cURL under bash, told by a `.curlrc` in its HOME where every host is. */
export const runner: Runner = {
	language: 'shell',
	needs: { missing: /(\S+): command not found/ },

	async detect() {
		const programs = findPrograms({ bash: 'bash', curl: 'curl' });
		if (isNotVerified(programs)) return programs;
		const version = await askFor(/^curl (\d+\.\d+\.\d+)/m, programs.curl, '--version');
		if (isNotVerified(version)) return version;
		return { title: `curl ${version}`, version, command: programs.bash, companions: [programs.curl] };
	},

	compile: (files, { toolchain, folder }) =>
		checkInBatch(files, {
			command: toolchain.command,
			args: ['--norc', '-c', checker],
			env: { LANG: 'C', LC_ALL: 'C' },
			cwd: folder,
		}),

	async mayRun(text) {
		const commands = [...new Set(await textsOf('bash', text, 'command_name'))];
		const other = commands.find((command) => !harmless.has(command));
		if (other !== undefined) return { notVerified: `it calls ${other}, and only scripts that call curl are run` };
		return commands.includes('curl') ? undefined : { notVerified: 'it does not call curl' };
	},

	run(program, bench, port) {
		return {
			command: bench.toolchain.command,
			args: [program],
			cwd: bench.folder,
			env: { ...sampleEnvironment(bench, port), CURL_CA_BUNDLE: bench.certificateFile },
			// An empty host and port stand for all of them.
			home: { '.curlrc': `connect-to = "::127.0.0.1:${port}"\n` },
		};
	},
};
