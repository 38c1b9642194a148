import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkInBatch } from '../../src/verify/check-in-batch.ts';
import { ask, findPrograms, missing } from '../../src/verify/detect-toolchain.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { buildPreloadLibrary, preloadLibrary, redirectSource } from '../../src/verify/preload-library.ts';
import { runPackageManager } from '../../src/verify/run-package-manager.ts';
import type { Runner } from '../../src/verify/runner.ts';
import { proxyVariables, sampleEnvironment } from '../../src/verify/sample-environment.ts';

// opcache compiles without running, at 40 µs a file, but keeps what was wrong to itself; `php -l` says it.
const checker = `
foreach (explode("\\n", trim(stream_get_contents(STDIN))) as $file) {
  try {
    if (function_exists('opcache_compile_file') && @opcache_compile_file($file)) continue;
    $said = [];
    exec(escapeshellarg(PHP_BINARY) . ' -d display_errors=1 -d html_errors=0 -l ' . escapeshellarg($file) . ' 2>&1', $said, $code);
    if ($code === 0) continue;
    $text = implode("\\n", $said);
    $placed = preg_match('/error: +(.*) in .* on line (\\d+)/', $text, $match);
    $fault = ['line' => $placed ? (int) $match[2] : 1, 'message' => $placed ? $match[1] : $text];
  } catch (ParseError $error) {
    $fault = ['line' => $error->getLine(), 'message' => $error->getMessage()];
  }
  echo json_encode(['file' => $file] + $fault, JSON_INVALID_UTF8_SUBSTITUTE), "\\n";
}
echo "done\\n";
`;

// Where the library that redirects below PHP cannot be had, what cURL does not carry stays closed.
const closed = [
	['allow_url_fopen', '0'],
	['disable_functions', 'fsockopen,pfsockopen,stream_socket_client,socket_connect'],
];

/** PHP: cURL (and so Guzzle) obeys proxy variables; streams need the preloaded library. */
export const runner: Runner = {
	language: 'php',
	needs: {
		missing: /Failed opening required '([^']+)'|Class "([^"]+)" not found/,
		unbound: /Undefined variable \$(\w+)/,
	},

	async detect() {
		const programs = findPrograms({ php: 'php-cli php-curl' });
		if (isNotVerified(programs)) return programs;
		const answer = await ask(programs.php, '-r', 'echo json_encode([PHP_VERSION, extension_loaded("curl")]);');
		if (isNotVerified(answer)) return answer;
		const [version, curl] = JSON.parse(answer.stdout);
		if (!curl) return missing("PHP's curl extension", 'php-curl');
		return { title: `PHP ${version}`, version, command: programs.php };
	},

	async compile(files, { toolchain, folder }, goal) {
		if (goal === 'run') await buildPreloadLibrary(redirectSource, folder);
		return checkInBatch(files, {
			command: toolchain.command,
			args: ['-d', 'opcache.enable_cli=1', '-d', 'display_errors=0', '-d', 'log_errors=0', '-r', checker],
			cwd: folder,
		});
	},

	run(program, bench, port) {
		const { toolchain, project, folder, certificateFile } = bench;
		const library = preloadLibrary(redirectSource, folder);
		const preload = existsSync(library);
		const settings = [
			['curl.cainfo', certificateFile],
			['openssl.cafile', certificateFile],
			// Complaints belong on stderr, whatever this machine's php.ini says.
			['display_errors', 'stderr'],
			['log_errors', '0'],
			['html_errors', '0'],
			...(preload ? [] : closed),
		];
		return {
			command: toolchain.command,
			args: [...settings.flatMap(([name, value]) => ['-d', `${name}=${value}`]), program],
			cwd: project?.folder ?? folder,
			env: {
				...sampleEnvironment(bench, port),
				...proxyVariables(port),
				...(preload ? { LD_PRELOAD: library } : {}),
			},
		};
	},

	sdk: {
		copyHolds: { path: 'vendor/autoload.php', words: 'vendor/autoload.php, as Composer lays it out' },
		files: ({ name, version }) => ({
			'composer.json': `${JSON.stringify({ require: { [name]: version } }, null, 4)}\n`,
		}),
		async install({ folder }, _toolchain, copy) {
			const vendor = join(folder, 'vendor');
			if (copy !== undefined) return void symlinkSync(join(copy, 'vendor'), vendor);
			const programs = findPrograms({ composer: 'composer' });
			if (isNotVerified(programs)) return programs;
			return runPackageManager('composer', {
				command: programs.composer,
				args: ['install', '--no-interaction', '--no-progress', '--quiet'],
				cwd: folder,
				made: () => existsSync(join(vendor, 'autoload.php')),
			});
		},
	},
};
