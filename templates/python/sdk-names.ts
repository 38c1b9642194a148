import { join } from 'node:path';
import { askSdk } from '../../src/bind/ask-sdk.ts';
import type { Followed, SdkNames, Survey } from '../../src/bind/sdk-names.ts';

const script = join(import.meta.dirname, 'sdk_names.py');

/** Python: the SDK is imported, and its objects are looked at. */
export const sdkNames: SdkNames = {
	language: 'python',
	habits: {
		case: { path: 'snake', call: 'snake', name: 'snake', field: 'snake', variable: 'snake' },
		shape: { args: 'positional', options: 'named' },
		errors: { idiom: 'exceptions', catch: [], throws: {} },
		install: (name, version) => `pip install ${name}==${version}`,
		client(name) {
			const module = name.replace(/\W+/g, '_');
			return { construct: `${module}.Client`, imports: { [module]: module } };
		},
	},
	namesAreText: true,
	survey: ({ project, toolchain }) => askSdk<Survey>(command(toolchain.command), project, { survey: project.sdk.name }),
	follow: (routes, { project, toolchain }) =>
		askSdk<Followed[]>(command(toolchain.command), project, { follow: routes }),
};

function command(python: string) {
	const env = { PYTHONPATH: 'packages', PYTHONDONTWRITEBYTECODE: '1' };
	return { command: python, args: [script], env };
}
