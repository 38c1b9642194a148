import type { SdkNames } from '../../src/bind/sdk-names.ts';
import { recase } from '../../src/core/casing.ts';

/** Ruby: how its SDKs are usually called. Nothing here looks into a gem. */
export const sdkNames: SdkNames = {
	language: 'ruby',
	habits: {
		case: { path: 'snake', call: 'snake', name: 'snake', field: 'snake', variable: 'snake' },
		shape: { args: 'positional', options: 'named' },
		errors: { idiom: 'exceptions', catch: ['StandardError'], throws: {} },
		install: (name, version) => `gem install ${name} -v ${version}`,
		client: (name) => ({
			construct: `${recase(name, 'pascal')}::Client.new`,
			imports: { [recase(name, 'pascal')]: name },
		}),
	},
};
