import { existsSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkInBatch } from '../../src/verify/check-in-batch.ts';
import { ask, findPrograms, missing } from '../../src/verify/detect-toolchain.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { runPackageManager } from '../../src/verify/run-package-manager.ts';
import type { Runner } from '../../src/verify/runner.ts';
import { sampleEnvironment } from '../../src/verify/sample-environment.ts';

const redirect = join(import.meta.dirname, 'redirect');

const about = `
import json, site, sys
try:
    import requests
except ImportError:
    requests = None
print(json.dumps({
    "executable": sys.executable,
    "version": "%d.%d.%d" % sys.version_info[:3],
    "userBase": site.getuserbase(),
    "requests": requests.__version__ if requests else "",
}))
`;

const checker = `
import json, sys
for path in sys.stdin.read().splitlines():
    try:
        with open(path, "rb") as source:
            compile(source.read(), path, "exec", dont_inherit=True)
    except SyntaxError as error:
        print(json.dumps({"file": path, "line": error.lineno or 1, "column": error.offset, "message": error.msg}))
    except ValueError as error:
        print(json.dumps({"file": path, "line": 1, "message": str(error)}))
print("done")
`;

/** Python: the interpreter that the user's `python3` is, with the `requests` it finds. */
export const runner: Runner = {
	language: 'python',
	needs: {
		missing: /No module named '([\w.]+)'/,
		unbound: /NameError: name '(\w+)' is not defined/,
	},

	async detect() {
		const programs = findPrograms({ python3: 'python3' });
		if (isNotVerified(programs)) return programs;
		const answer = await ask(programs.python3, '-c', about);
		if (isNotVerified(answer)) return answer;
		const { executable, version, userBase, requests } = JSON.parse(answer.stdout);
		// What `python3` is can be a wrapper that needs variables of the user's; the interpreter is not.
		const title = `Python ${version}`;
		return { title, version, command: executable, facts: { userBase, requests } };
	},

	async compile(files, { toolchain, folder, project }) {
		const compilation = await checkInBatch(files, {
			command: toolchain.command,
			args: ['-W', 'error::SyntaxWarning', '-c', checker],
			cwd: folder,
		});
		// An SDK's project brings its own.
		const unready = !project && !toolchain.facts?.requests;
		return unready ? { ...compilation, unready: missing("Python's requests", 'python3-requests') } : compilation;
	},

	run(program, bench, port) {
		const { toolchain, project, folder } = bench;
		const packages = project ? [join(project.folder, 'packages')] : [];
		return {
			command: toolchain.command,
			args: [program],
			cwd: project?.folder ?? folder,
			env: {
				...sampleEnvironment(bench, port),
				PYTHONPATH: [redirect, ...packages].join(delimiter),
				PYTHONUSERBASE: toolchain.facts?.userBase ?? '',
				PYTHONDONTWRITEBYTECODE: '1',
			},
		};
	},

	sdk: {
		copyHolds: { path: /./, words: 'the SDK as it is imported, and what it imports' },
		files: ({ name, version }) => ({ 'requirements.txt': `${name}==${version}\n` }),
		async install({ folder }, toolchain, copy) {
			const packages = join(folder, 'packages');
			if (copy !== undefined) return void symlinkSync(copy, packages);
			const options = ['--no-input', '--disable-pip-version-check', '--quiet'];
			return runPackageManager('pip', {
				command: toolchain.command,
				args: ['-m', 'pip', 'install', ...options, '-r', 'requirements.txt', '--target', packages],
				cwd: folder,
				made: () => existsSync(packages),
			});
		},
	},
};
