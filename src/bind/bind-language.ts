import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageSpec } from '../core/binding.ts';
import type { Language } from '../core/language.ts';
import type { Api } from '../core/sample.ts';
import { installSdk } from '../verify/install-sdk.ts';
import { loadRunner } from '../verify/load-runner.ts';
import { isNotVerified, type NotVerified } from '../verify/not-verified.ts';
import { projectFolder } from '../verify/project-folder.ts';
import { beginProfile, NO_VERSION } from './begin-profile.ts';
import { schemaFrom } from './bind-files.ts';
import { type CheckedNames, checkNames } from './check-names.ts';
import { type BoundCalls, boundCalls } from './follow-calls.ts';
import { loadSdkNames } from './load-sdk-names.ts';
import type { InstalledSdk } from './sdk-names.ts';

/** Installs a package as `verify` does, and keeps it for the next time. */
export async function openSdk(
	language: Language,
	pack: Pick<PackageSpec, 'name' | 'version'>,
	cache: string,
): Promise<InstalledSdk | NotVerified> {
	if (pack.version === NO_VERSION) return { notVerified: 'no package is named yet' };
	const runner = await loadRunner(language.id);
	if (!runner) return { notVerified: `nothing here runs ${language.label}` };
	const toolchain = await runner.detect();
	if (isNotVerified(toolchain)) return toolchain;
	const sdk = { name: pack.name, version: pack.version };
	const project = await installSdk({ runner, toolchain, sdk, folder: projectFolder(cache, language.id, sdk) });
	return isNotVerified(project) ? project : { project, toolchain };
}

/** A profile to begin: its file and text; undefined where there is one already. */
export async function planProfile(
	folder: string,
	language: Language,
	pack: { name: string; version: string },
	credentials: readonly string[],
	cache: string,
): Promise<{ file: string; text: string } | NotVerified | undefined> {
	const file = join(folder, 'sdk', `${language.id}.yaml`);
	if (existsSync(file)) return undefined;
	const names = await loadSdkNames(language.id);
	if (!names)
		return { notVerified: `Specimen does not know how ${language.label} SDKs are called; write ${file} yourself` };
	const sdk = await openSdk(language, pack, cache);
	// A package that was named and cannot be had is the reader's to know before anything is guessed of it.
	if (isNotVerified(sdk) && pack.version !== NO_VERSION) return sdk;
	const survey = isNotVerified(sdk) ? undefined : await names.survey?.(sdk);
	if (isNotVerified(survey)) return survey;
	const schema = schemaFrom(join(folder, 'sdk'), 'profile');
	const parts = { names, package: pack, credentials, ...(survey ? { survey } : {}), ...(schema ? { schema } : {}) };
	return { file, text: beginProfile(parts) };
}

/** How far one language is bound, and what its SDK says to it. */
export interface LanguageCoverage {
	language: string;
	package: Pick<PackageSpec, 'name' | 'version'>;
	calls: Omit<BoundCalls, 'routes'>;
	/** Absent with the reason, where the SDK could not be asked. */
	names: CheckedNames | NotVerified;
}

/** Counts what is bound in a language, and holds the calls against the SDK. */
export async function coverLanguage(
	api: Api,
	language: Language,
	cache: string,
): Promise<LanguageCoverage | undefined> {
	const profile = api.profiles.get(language.id);
	if (!profile) return undefined;
	const { routes, ...calls } = boundCalls(api, profile, (name) => credentialValue(api, name));
	const names = await loadSdkNames(language.id);
	const sdk = names?.follow
		? await openSdk(language, profile.package, cache)
		: { notVerified: `nothing here reads the names of a ${language.label} SDK` };
	const checked = isNotVerified(sdk) || !names ? (sdk as NotVerified) : await checkNames(routes, names, sdk);
	return { language: language.id, package: profile.package, calls, names: checked };
}

/** Some SDKs look at a credential when their client is made: the document's example, or a text. */
function credentialValue(api: Api, name: string): string {
	const parameters = api.tasks.flatMap(({ operation }) => operation.parameters);
	const example = parameters.find((parameter) => parameter.name === name)?.examples[0]?.value;
	return typeof example === 'string' ? example : `specimen-${name.replaceAll('_', '-')}`;
}
