import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { runChecker } from '../../src/verify/check-in-batch.ts';
import { toCompilation } from '../../src/verify/compilation.ts';
import { askFor, findPrograms } from '../../src/verify/detect-toolchain.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { runPackageManager } from '../../src/verify/run-package-manager.ts';
import type { Bench, Runner, Sdk } from '../../src/verify/runner.ts';
import { sampleEnvironment } from '../../src/verify/sample-environment.ts';
import { keyStore, password } from './redirect/key-store.ts';

const compiler = join(import.meta.dirname, 'redirect/CompileSamples.java');

// A sample lives for a moment: a JVM that is quick to start beats one that is quick later.
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData'];

/** Java: each sample is compiled once, into a folder of its own, and run as `java F` would run it. */
export const runner: Runner = {
	language: 'java',
	needs: { missing: /package ([\w.]+) does not exist/ },

	async detect() {
		const programs = findPrograms({ java: 'default-jdk', javac: 'default-jdk' });
		if (isNotVerified(programs)) return programs;
		const version = await askFor(/^javac (\d[\w.]*)/m, programs.javac, '-version');
		if (isNotVerified(version)) return version;
		return { title: `Java ${version}`, version, command: programs.java };
	},

	async compile(files, bench, goal) {
		const output = mkdtempSync(join(bench.folder, 'classes-'));
		const checked = await runChecker(files, {
			command: bench.toolchain.command,
			args: [...quickStart, compiler, output, libraries(bench)],
			cwd: bench.folder,
		});
		if (goal === 'run') layRedirection(bench);
		const program = (file: string, at: number) => join(output, String(at), mainClass(file));
		return toCompilation({ files, ...checked, program });
	},

	run(program, bench, port) {
		const { toolchain, project, folder } = bench;
		const properties = {
			'http.proxyHost': '127.0.0.1',
			'http.proxyPort': port,
			'https.proxyHost': '127.0.0.1',
			'https.proxyPort': port,
			// Plain sockets: names resolve to an address that is nobody's, which SOCKS then reaches.
			socksProxyHost: '127.0.0.1',
			socksProxyPort: port,
			'jdk.net.hosts.file': join(folder, 'hosts'),
			'javax.net.ssl.trustStore': join(folder, 'trust.jks'),
			'javax.net.ssl.trustStoreType': 'JKS',
			'javax.net.ssl.trustStorePassword': password,
		};
		const options = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
		const classPath = [dirname(program), libraries(bench)].join(delimiter);
		return {
			command: toolchain.command,
			args: [...quickStart, ...options, '-cp', classPath, basename(program)],
			cwd: project?.folder ?? folder,
			env: sampleEnvironment(bench, port),
		};
	},

	sdk: {
		copyHolds: { path: /\.jar$/, words: 'the SDK and what it needs, as .jar files' },
		files: (sdk) => ({ 'pom.xml': pom(sdk) }),
		async install({ folder }, _toolchain, copy) {
			const lib = join(folder, 'lib');
			if (copy !== undefined) return void symlinkSync(copy, lib);
			const programs = findPrograms({ mvn: 'maven' });
			if (isNotVerified(programs)) return programs;
			return runPackageManager('mvn', {
				command: programs.mvn,
				args: ['-B', '-q', '-U', 'dependency:copy-dependencies', '-DoutputDirectory=lib'],
				cwd: folder,
				made: () => readdirSync(folder).includes('lib'),
			});
		},
	},
};

function libraries({ project }: Bench): string {
	if (!project) return '';
	const lib = join(project.folder, 'lib');
	const jars = readdirSync(lib).filter((name) => name.endsWith('.jar'));
	return jars.map((name) => join(lib, name)).join(delimiter);
}

/** The class that `java F` starts: the file's own, or the first in it. */
function mainClass(file: string): string {
	const source = readFileSync(file, 'utf8');
	const own = basename(file, '.java');
	const names = [...source.matchAll(/^[\w\s]*?\bclass\s+([\w$]+)/gm)].map(([, name]) => name);
	const name = names.includes(own) ? own : (names[0] ?? own);
	const inPackage = /^\s*package\s+([\w.]+)\s*;/m.exec(source)?.[1];
	return inPackage === undefined ? name : `${inPackage}.${name}`;
}

function layRedirection({ folder, authority, hosts }: Bench): void {
	writeFileSync(join(folder, 'trust.jks'), keyStore(authority.certificate));
	const lines = ['127.0.0.1 localhost', ...hosts.map((host) => `240.0.0.1 ${host}`), ''];
	writeFileSync(join(folder, 'hosts'), lines.join('\n'));
}

function pom({ name, version }: Sdk): string {
	const [group = '', artifact = ''] = name.split(':');
	return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>specimen</groupId>
  <artifactId>samples</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}
