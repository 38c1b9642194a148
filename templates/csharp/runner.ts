import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runChecker } from '../../src/verify/check-in-batch.ts';
import { toCompilation } from '../../src/verify/compilation.ts';
import { ask, askFor, findPrograms } from '../../src/verify/detect-toolchain.ts';
import { findProgram } from '../../src/verify/find-program.ts';
import { isNotVerified, type NotVerified } from '../../src/verify/not-verified.ts';
import { buildPreloadLibrary, preloadLibrary, redirectSource } from '../../src/verify/preload-library.ts';
import { runPackageManager } from '../../src/verify/run-package-manager.ts';
import type { Bench, Runner, Sdk, Toolchain } from '../../src/verify/runner.ts';
import { sampleEnvironment } from '../../src/verify/sample-environment.ts';

const compiler = join(import.meta.dirname, 'redirect/CompileSamples.cs');
const preloaded = [redirectSource, join(import.meta.dirname, 'redirect/end-promptly.c')];

/** C#: mcs, C# 7, on Mono. Each sample becomes a program of its own. */
export const runner: Runner = {
	language: 'csharp',
	needs: { missing: /namespace name `([\w.]+)/ },

	async detect() {
		const programs = findPrograms({ mcs: 'mono-mcs', mono: 'mono-runtime' });
		if (isNotVerified(programs)) return programs;
		const version = await askFor(/version (\d[\d.]*)/, programs.mono, '--version');
		if (isNotVerified(version)) return version;
		const assembly = compilerAssembly(programs.mcs);
		if (isNotVerified(assembly)) return assembly;
		return { title: `Mono ${version}`, version, command: programs.mono, facts: { mcs: programs.mcs, assembly } };
	},

	async compile(files, bench, goal) {
		const unready = goal === 'run' ? await layRedirection(bench) : undefined;
		const driver = join(bench.folder, 'compile-samples.exe');
		const broken = await buildDriver(driver, bench.toolchain);
		if (broken) return { faults: [], programs: new Map(), failure: broken.notVerified };
		const output = mkdtempSync(join(bench.folder, 'programs-'));
		const checked = await runChecker(files, {
			command: bench.toolchain.command,
			args: [driver, output, ...references(bench)],
			env: { MONO_PATH: dirname(bench.toolchain.facts?.assembly ?? '') },
			cwd: bench.folder,
		});
		const program = (_file: string, at: number) => join(output, `${at}.exe`);
		return toCompilation({ files, ...checked, program, unready });
	},

	run(program, bench, port) {
		const { toolchain, project, folder } = bench;
		return {
			command: toolchain.command,
			args: [program],
			cwd: project?.folder ?? folder,
			env: {
				...sampleEnvironment(bench, port),
				LD_PRELOAD: preloaded.map((source) => preloadLibrary(source, folder)).join(':'),
				// Mono keeps its user's trusted certificates in this folder.
				XDG_CONFIG_HOME: join(folder, 'mono'),
				// With fewer, HttpClient stalls at times.
				MONO_THREADS_PER_CPU: '100',
				...(project ? { MONO_PATH: join(project.folder, 'lib') } : {}),
			},
		};
	},

	sdk: {
		copyHolds: { path: /\.dll$/, words: 'the SDK and what it needs, as .dll files' },
		files: (sdk) => ({ 'samples.csproj': csproj(sdk) }),
		async install({ folder }, _toolchain, copy) {
			const lib = join(folder, 'lib');
			if (copy !== undefined) return void symlinkSync(copy, lib);
			const dotnet = findProgram('dotnet');
			if (dotnet === undefined) {
				return { notVerified: 'the .NET SDK, which installs NuGet packages, is not installed' };
			}
			return runPackageManager('dotnet', {
				command: dotnet,
				args: ['build', '--nologo', '--output', lib],
				cwd: folder,
				made: () => existsSync(lib),
			});
		},
	},
};

/** `mcs` is a script that names the assembly it starts; that assembly is also a library. */
function compilerAssembly(mcs: string): string | NotVerified {
	const assembly = /\S+\/mcs\.exe/.exec(readFileSync(mcs, 'utf8'))?.[0];
	return assembly ?? { notVerified: `${mcs} does not say where mcs.exe is` };
}

async function buildDriver(driver: string, toolchain: Toolchain): Promise<NotVerified | undefined> {
	if (existsSync(driver)) return undefined;
	const { mcs = 'mcs', assembly } = toolchain.facts ?? {};
	const outcome = await ask(mcs, `-r:${assembly}`, `-out:${driver}`, compiler);
	return isNotVerified(outcome) ? outcome : undefined;
}

function references({ project }: Bench): string[] {
	const own = ['-r:System.Net.Http.dll'];
	if (!project) return own;
	const lib = join(project.folder, 'lib');
	const assemblies = readdirSync(lib).filter((name) => name.endsWith('.dll'));
	return [...own, ...assemblies.map((name) => `-r:${join(lib, name)}`)];
}

async function layRedirection(bench: Bench): Promise<NotVerified | undefined> {
	const { folder, authority } = bench;
	const trust = join(folder, 'mono/.mono/new-certs/Trust');
	mkdirSync(trust, { recursive: true });
	writeFileSync(join(trust, `${authority.subjectHash}.0`), authority.certificate);
	for (const source of preloaded) {
		const absent = await buildPreloadLibrary(source, folder);
		if (absent) return absent;
	}
	return undefined;
}

function csproj({ name, version }: Sdk): string {
	return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.0</TargetFramework>
    <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="${name}" Version="${version}" />
  </ItemGroup>
</Project>
`;
}
