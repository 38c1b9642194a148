import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageSpec } from '../core/binding.ts';
import type { Api } from '../core/sample.ts';
import { atExit } from './at-exit.ts';
import type { Authority } from './authority.ts';
import { fillSample } from './fill-sample.ts';
import { installSdk } from './install-sdk.ts';
import { loadRunner } from './load-runner.ts';
import { isNotVerified, type NotVerified } from './not-verified.ts';
import { openBench } from './open-bench.ts';
import { parseText } from './parse-text.ts';
import { projectFolder } from './project-folder.ts';
import { proofValues } from './proof-values.ts';
import type { Batch, Progress, Proof } from './prove.ts';
import type { Level } from './result.ts';
import { runInSandbox } from './run-in-sandbox.ts';
import { runSubjects } from './run-subjects.ts';
import type { Compilation, Runner, SdkProject, Toolchain } from './runner.ts';
import { openStandIn } from './stand-in.ts';
import { isSound, type Subject } from './subject.ts';

/** Proves the samples of one language and SDK: parses, compiles and runs them, as far as the proof goes. */
export async function proveBatch(batch: Batch, proof: Proof, authority: Authority): Promise<void> {
	const { language, pack, subjects } = batch;
	const tell = (stage: Progress['stage'], done: number) =>
		proof.tell?.({ language: language.id, ...(pack ? { package: pack.name } : {}), stage, done, of: subjects.length });
	const leave = (level: Level, reason: NotVerified) => {
		for (const subject of subjects) if (isSound(subject)) subject.notVerified = { ...reason, level };
	};

	await parseSubjects(subjects, language.treeSitter);
	tell('parse', subjects.length);
	if (proof.level === 'parse') return;

	const runner = await loadRunner(language.id);
	if (!runner) return leave('compile', { notVerified: `nothing here runs ${language.label}` });
	const toolchain = await runner.detect();
	if (isNotVerified(toolchain)) return leave('compile', toolchain);
	if (pack) tell('install', 0);
	const installed = pack ? await installProject(runner, toolchain, pack, proof) : undefined;
	if (isNotVerified(installed)) return leave('compile', installed);
	const { project, standIn, remove } = installed ?? {};
	for (const subject of subjects) {
		subject.toolchain = toolchain.title;
		if (project) subject.sdk = { ...project.sdk, source: standIn ? 'stand-in' : project.source };
		if (standIn) subject.standIn = standIn;
	}

	const bench = openBench({ toolchain, authority, hosts: hostsOf(proof.api), ...(project ? { project } : {}) });
	const folder = mkdtempSync(join(project?.folder ?? bench.folder, 'samples-'));
	const forget = atExit(() => rmSync(folder, { recursive: true, force: true }));
	try {
		const sound = subjects.filter(isSound);
		const files = layOut(sound, folder, proof);
		const compilation = await runner.compile([...files.values()], bench, proof.level === 'run' ? 'run' : 'check');
		readCompilation(compilation, sound, files);
		tell('compile', subjects.length);
		if (proof.level === 'compile') return;
		if (compilation.unready) return leave('run', compilation.unready);
		const programs = new Map([...files].map(([subject, file]) => [subject, compilation.programs.get(file) ?? file]));
		const ready = sound.filter(isSound);
		const running = { subjects: ready, programs, proof, runner, bench, tell: (done: number) => tell('run', done) };
		await (proof.sandbox ? runInSandbox(running, proof.sandbox) : runSubjects(running));
	} finally {
		rmSync(folder, { recursive: true, force: true });
		forget();
		bench.remove();
		remove?.();
	}
}

async function parseSubjects(subjects: readonly Subject[], grammar: string): Promise<void> {
	for (const subject of subjects) {
		const faults = await parseText(grammar, subject.sample.entry.path, subject.sample.text);
		for (const { line, column, message } of faults)
			subject.faults.push({ level: 'parse', text: message, line, ...(column ? { column } : {}) });
		if (faults.length === 0) subject.level = 'parse';
	}
}

interface Installed {
	project: SdkProject;
	/** Why the SDK itself could not be had; absent where it could. */
	standIn?: NotVerified;
	remove?: () => void;
}

async function installProject(
	runner: Runner,
	toolchain: Toolchain,
	pack: PackageSpec,
	{ cache, registryOnly, standIns }: Proof,
): Promise<Installed | NotVerified> {
	const sdk = { name: pack.name, version: pack.version };
	const folder = projectFolder(cache, runner.language, sdk);
	const project = await installSdk({ runner, toolchain, sdk, folder, ...(registryOnly ? { env: {} } : {}) });
	if (!isNotVerified(project)) return { project };
	const standIn = standIns === undefined ? undefined : await openStandIn({ folder: standIns, runner, toolchain, sdk });
	if (!standIn) return project;
	return isNotVerified(standIn) ? standIn : { ...standIn, standIn: project };
}

function hostsOf(api: Api): string[] {
	return [...new Set(api.tasks.map(({ operation }) => new URL(operation.server).hostname))];
}

/** Lays out copies with working values in place of placeholders, each in its own folder as in the tree. */
function layOut(
	subjects: readonly Subject[],
	folder: string,
	{ api, languages, sandbox }: Proof,
): Map<Subject, string> {
	const files = new Map<Subject, string>();
	for (const subject of subjects) {
		const { entry, sample, text, edited } = subject.sample;
		const task = api.tasks.find(({ id }) => id === entry.operationId);
		const language = languages.find(({ id }) => id === entry.language);
		if (!task || !language) continue;
		const file = join(folder, entry.path);
		mkdirSync(dirname(file), { recursive: true });
		const spans = edited || sample.authored ? undefined : sample.spans;
		writeFileSync(file, fillSample(text, spans, language, { ...proofValues(api, task), ...sandbox?.credentials }));
		files.set(subject, file);
	}
	return files;
}

function readCompilation(
	{ faults, failure, programs }: Compilation,
	subjects: readonly Subject[],
	files: ReadonlyMap<Subject, string>,
): void {
	for (const subject of subjects) {
		const file = files.get(subject) ?? '';
		for (const { line, column, message } of faults.filter((fault) => fault.file === file)) {
			subject.faults.push({ level: 'compile', text: message, line, ...(column ? { column } : {}) });
		}
		if (subject.faults.length === 0 && failure && !programs.has(file))
			subject.faults.push({ level: 'compile', text: failure });
		if (subject.faults.length === 0) subject.level = 'compile';
	}
}
