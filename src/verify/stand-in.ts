import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userEnvironment } from './detect-toolchain.ts';
import { installSdk } from './install-sdk.ts';
import { isNotVerified, type NotVerified } from './not-verified.ts';
import { runProcess } from './run-process.ts';
import type { Runner, Sdk, SdkProject, Toolchain } from './runner.ts';
import { createScratchFolder } from './scratch-folder.ts';

/** Which SDK a stand-in is wanted for. */
export interface StandInRequest {
	/** Holds a folder a language, laid out as `SPECIMEN_SDK_<LANGUAGE>` expects. */
	folder: string;
	runner: Runner;
	toolchain: Toolchain;
	sdk: Sdk;
}

/** A project that uses a stand-in; `remove` clears it away. */
export interface StandIn {
	project: SdkProject;
	remove(): void;
}

/**
 * Makes a project of a language's stand-in, in a folder of its own. A stand-in that has to be compiled brings a program
 * `build`, which is given the folder to write to. Undefined where the language has no stand-in; one that cannot be used
 * is a reason.
 */
export async function openStandIn(request: StandInRequest): Promise<StandIn | NotVerified | undefined> {
	const { runner, toolchain, sdk } = request;
	const source = join(resolve(request.folder), runner.language);
	if (!existsSync(source)) return undefined;
	const { path, remove } = createScratchFolder('stand-in');
	const copy = join(path, 'sdk');
	const project =
		(await build(source, copy)) ??
		(await installSdk({
			runner,
			toolchain,
			sdk,
			folder: join(path, 'project'),
			env: { [`SPECIMEN_SDK_${runner.language.toUpperCase()}`]: copy },
		}));
	if (!isNotVerified(project)) return { project, remove };
	remove();
	return project;
}

async function build(source: string, copy: string): Promise<NotVerified | undefined> {
	const program = join(source, 'build');
	if (!existsSync(program)) return void symlinkSync(source, copy);
	mkdirSync(copy);
	const command = { command: program, args: [copy], cwd: source, env: userEnvironment() };
	const { exit, failure, stdout, stderr } = await runProcess(command, { seconds: 120 });
	if (exit === 0) return undefined;
	const said = failure ?? `${stdout}\n${stderr}`.trim().split('\n')[0];
	return { notVerified: `the stand-in cannot be built: ${said}` };
}
