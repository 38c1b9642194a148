import type { SdkNames } from '../../src/bind/sdk-names.ts';
import { recase } from '../../src/core/casing.ts';

/** .NET: how its SDKs are usually called. Nothing here looks into an assembly. */
export const sdkNames: SdkNames = {
	language: 'csharp',
	habits: {
		case: { path: 'pascal', call: 'pascal', name: 'camel', field: 'pascal', variable: 'camel' },
		shape: { args: 'positional', options: 'named' },
		errors: { idiom: 'exceptions', catch: ['Exception'], throws: {} },
		install: (name, version) => `dotnet add package ${name} --version ${version}`,
		client(name) {
			const client = `${recase(name.split('.').at(-1) ?? name, 'pascal')}Client`;
			return { construct: `new ${client}`, imports: { [client]: name } };
		},
	},
};
