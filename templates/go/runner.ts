import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askFor, findPrograms, userEnvironment } from '../../src/verify/detect-toolchain.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { runPackageManager } from '../../src/verify/run-package-manager.ts';
import { runProcess } from '../../src/verify/run-process.ts';
import type { Bench, Fault, Runner, Sdk, Toolchain } from '../../src/verify/runner.ts';
import { sampleEnvironment } from '../../src/verify/sample-environment.ts';
import { writeOverlay } from './redirect/overlay.ts';

/** Go: all samples are built in one go, each as a program of its own, and the programs are run. */
export const runner: Runner = {
	language: 'go',
	needs: {
		missing:
			/(?:no required module provides package|cannot find module providing package|package) ([\w./-]+\.[\w./-]+)/,
	},

	async detect() {
		const programs = findPrograms({ go: 'golang-go' });
		if (isNotVerified(programs)) return programs;
		const version = await askFor(/go(\d+\.\d+(?:\.\d+)?)/, programs.go, 'version');
		if (isNotVerified(version)) return version;
		const root = await askFor(/^(.+)$/m, programs.go, 'env', 'GOROOT');
		if (isNotVerified(root)) return root;
		return { title: `Go ${version}`, version, command: programs.go, facts: { root } };
	},

	async compile(files, bench, goal) {
		const layout = layPackages(files, bench);
		// `go list -export` compiles without linking, and goes on after an error in one package.
		const list = ['list', '-e', '-export', '-json=ImportPath,Name,Error,DepsErrors', ...layout.flags, ...layout.paths];
		const listed = await go(bench, layout.root, list);
		const faults = readFaults(listed.stdout, layout);
		const programs = new Map<string, string>();
		if (listed.exit !== 0) {
			const failure = `go list: ${listed.failure ?? listed.stderr.trim()}`;
			return { faults, programs, failure };
		}
		const broken = new Set(faults.map((fault) => fault.file));
		const sound = files.flatMap((file, at) => (broken.has(file) ? [] : [at]));
		if (goal === 'check' || sound.length === 0) return { faults, programs };

		const output = join(layout.root, 'bin');
		mkdirSync(output);
		// Without symbol tables linking takes half the time; a panic still prints its trace.
		const paths = sound.map((at) => layout.paths[at] ?? '');
		const args = ['build', '-ldflags=-s -w', '-o', `${output}/`, ...layout.flags, ...paths];
		const built = await go(bench, layout.root, args);
		if (built.exit !== 0) {
			return { faults, programs, failure: `go build: ${built.failure ?? built.stderr.trim()}` };
		}
		for (const at of sound) programs.set(files[at] ?? '', join(output, `sample${at}`));
		return { faults, programs };
	},

	run: (program, bench, port) => ({
		command: program,
		args: [],
		cwd: bench.project?.folder ?? bench.folder,
		env: { ...sampleEnvironment(bench, port), SSL_CERT_FILE: bench.certificateFile },
	}),

	sdk: {
		copyHolds: { path: 'go.mod', words: "the SDK's own module, with its go.mod" },
		files: (sdk, toolchain, copy) => ({ 'go.mod': goMod(sdk, toolchain, copy) }),
		async install({ folder, sdk }, toolchain) {
			return runPackageManager('go', {
				command: toolchain.command,
				// A copy stands in for exactly this version, so that nothing is asked of a proxy.
				args: ['get', `${sdk.name}@v${sdk.version}`],
				env: { GOWORK: 'off' },
				cwd: folder,
				made: () => existsSync(join(folder, 'go.mod')),
			});
		},
	},
};

interface Layout {
	root: string;
	flags: string[];
	/** One package path a file, in the files' order. */
	paths: string[];
	files: readonly string[];
}

/** Gives each sample a package of its own: two mains in one folder are one broken package. */
function layPackages(files: readonly string[], bench: Bench): Layout {
	const { folder, project, toolchain } = bench;
	const root = mkdtempSync(join(folder, 'build-'));
	const paths = files.map((file, at) => {
		const name = `sample${at}`;
		mkdirSync(join(root, name));
		writeFileSync(join(root, name, 'main.go'), readFileSync(file));
		return `./${name}`;
	});
	if (project) copyModule(project.folder, root);
	else writeFileSync(join(root, 'go.mod'), `module samples\n\n${goLine(toolchain)}\n`);
	const overlay = writeOverlay(folder, toolchain.facts?.root ?? '');
	return { root, files, paths, flags: [`-overlay=${overlay}`, '-buildvcs=false', '-mod=mod'] };
}

/** The project's module, so that what is built leaves nothing behind in the project. */
function copyModule(from: string, to: string): void {
	for (const name of ['go.mod', 'go.sum']) {
		if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
	}
}

function go(bench: Bench, cwd: string, args: string[]) {
	// The user's GOFLAGS are for the user's own modules. Without cgo, names never leave Go's hands.
	// Without an SDK there is nothing to fetch, whatever a text imports.
	const offline: Record<string, string> = bench.project ? {} : { GOPROXY: 'off' };
	const env = userEnvironment({ GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0', ...offline });
	const limits = { seconds: 600, outputBytes: 64 * 1024 * 1024 };
	return runProcess({ command: bench.toolchain.command, args, cwd, env }, limits);
}

/** What `go list -json` says of a package that does not compile. */
interface ListedPackage {
	ImportPath: string;
	Name?: string;
	Error?: ListedError;
	/** What it imports and cannot have. */
	DepsErrors?: ListedError[];
}

/** Faults of the imports have a position; the compiler writes its own into the text. */
interface ListedError {
	Pos: string;
	Err: string;
}

function readFaults(output: string, { files }: Layout): Fault[] {
	const objects = output.split(/^(?=\{$)/m).filter((text) => text.trim() !== '');
	return objects.flatMap((text) => {
		const listed = JSON.parse(text) as ListedPackage;
		const file = files[Number(/sample(\d+)$/.exec(listed.ImportPath)?.[1])];
		if (file === undefined) return [];
		const errors = [...(listed.Error ? [listed.Error] : []), ...(listed.DepsErrors ?? [])];
		if (errors.length > 0) return errors.flatMap((error) => placeFaults(file, error));
		if (listed.Name === 'main') return [];
		return [{ file, line: 1, message: `package ${listed.Name} is not a main package` }];
	});
}

function placeFaults(file: string, { Pos, Err }: ListedError): Fault[] {
	const lines = (Pos ? `${Pos}: ${Err}` : Err).split('\n');
	const placed = lines.flatMap((line) => {
		const [, row, column, message = ''] = /main\.go:(\d+):(\d+): (.*)$/.exec(line) ?? [];
		return row === undefined ? [] : [{ file, line: Number(row), column: Number(column), message }];
	});
	return placed.length > 0 ? placed : [{ file, line: 1, message: Err.trim() }];
}

/** What `go run F` outside a module takes for granted: the language of the toolchain itself. */
function goLine({ version }: Toolchain): string {
	return `go ${version.split('.').slice(0, 2).join('.')}`;
}

function goMod({ name, version }: Sdk, toolchain: Toolchain, copy?: string): string {
	const lines = ['module samples', '', goLine(toolchain), ''];
	if (copy === undefined) lines.push(`require ${name} v${version}`);
	else lines.push(`require ${name} v${version}`, '', `replace ${name} => ${copy}`);
	return `${lines.join('\n')}\n`;
}
