import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { atExit } from './at-exit.ts';
import type { NotVerified } from './not-verified.ts';
import type { Runner, Sdk, SdkInstaller, SdkProject, Toolchain } from './runner.ts';

/** Which SDK to install, and for whom. */
export interface Installation {
	runner: Runner;
	toolchain: Toolchain;
	sdk: Sdk;
	/** The project's folder, new or empty or made by an earlier call: then what lies there may be deleted. */
	folder: string;
	/** Where `SPECIMEN_SDK_<LANGUAGE>` is looked up; default: this process's environment. */
	env?: Readonly<Record<string, string | undefined>>;
}

const marker = '.specimen-project.json';

/**
 * Makes a project that depends on an SDK, and installs it with the ecosystem's own package manager and the user's own
 * registry settings. A project that is already installed as asked is used as it is; one that is not appears in its
 * folder only when it is whole, so that runs side by side can share it. What cannot be fetched is a reason, never an
 * exception.
 */
export async function installSdk(installation: Installation): Promise<SdkProject | NotVerified> {
	const { runner, toolchain, sdk, env = process.env } = installation;
	if (!runner.sdk) return { notVerified: `${runner.language} has no SDKs` };
	const variable = `SPECIMEN_SDK_${runner.language.toUpperCase()}`;
	const named = env[variable];
	const copy = named ? resolve(named) : undefined;
	const lacking = copy === undefined ? undefined : whatCopyLacks(copy, runner.sdk);
	if (lacking) return { notVerified: `${variable}: ${lacking}` };

	const folder = resolve(installation.folder);
	const project: SdkProject = { sdk, folder, source: copy === undefined ? 'registry' : 'copy' };
	const files = runner.sdk.files(sdk, toolchain, copy);
	const state = JSON.stringify({ files, copy, toolchain: toolchain.title });
	if (stateOf(folder) === state) return project;
	if (stateOf(folder) === undefined && existsSync(folder) && readdirSync(folder).length > 0) {
		return { notVerified: `${folder} holds something else than a project of ours` };
	}

	mkdirSync(dirname(folder), { recursive: true });
	const draft = mkdtempSync(`${folder}.new-`);
	const removeDraft = () => rmSync(draft, { recursive: true, force: true });
	const release = atExit(removeDraft);
	try {
		for (const [name, text] of Object.entries(files)) writeFileSync(join(draft, name), text);
		const failure = await runner.sdk.install({ ...project, folder: draft }, toolchain, copy);
		if (failure) return failure;
		writeFileSync(join(draft, marker), state);
		moveInto(folder, draft, state);
		return project;
	} finally {
		removeDraft();
		release();
	}
}

/** What the project in a folder was made from; undefined where the folder is none of ours. */
function stateOf(folder: string): string | undefined {
	const file = join(folder, marker);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Puts a whole project in place, unless somebody was quicker and has made the same. */
function moveInto(folder: string, draft: string, state: string): void {
	if (stateOf(folder) === state) return;
	rmSync(folder, { recursive: true, force: true });
	try {
		renameSync(draft, folder);
	} catch (error) {
		if (stateOf(folder) !== state) throw error;
	}
}

function whatCopyLacks(copy: string, { copyHolds }: SdkInstaller): string | undefined {
	if (!existsSync(copy)) return `${copy} does not exist`;
	const { path, words } = copyHolds;
	const holds =
		typeof path === 'string' ? existsSync(join(copy, path)) : readdirSync(copy).some((name) => path.test(name));
	return holds ? undefined : `${copy} should hold ${words}`;
}
