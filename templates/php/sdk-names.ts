import type { SdkNames } from '../../src/bind/sdk-names.ts';
import { recase } from '../../src/core/casing.ts';

/** PHP: how its SDKs are usually called. Nothing here looks into a Composer package. */
export const sdkNames: SdkNames = {
	language: 'php',
	habits: {
		case: { path: 'camel', call: 'camel', name: 'camel', field: 'snake', variable: 'camel' },
		shape: { args: 'positional', options: 'option' },
		errors: { idiom: 'exceptions', catch: ['Exception'], throws: {} },
		install: (name, version) => `composer require ${name}:${version}`,
		client: (name) => ({
			construct: 'new Client',
			imports: { Client: `${recase(name.split('/')[0] ?? name, 'pascal')}\\Client` },
		}),
	},
};
