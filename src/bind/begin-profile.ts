import { Document, type Node } from 'yaml';
import type { SdkNames, Survey } from './sdk-names.ts';

/** The version of a package that nobody has named yet. */
export const NO_VERSION = '0.0.0';

/** What a profile is begun from. */
export interface ProfileParts {
	names: SdkNames;
	package: { name: string; version: string };
	/** What the SDK itself told; absent where it is not there. */
	survey?: Survey;
	/** The names of the credentials, in the order of the security schemes. */
	credentials: readonly string[];
	schema?: string;
}

/** `sdk/<language>.yaml` as it is begun: what nobody said bears a comment that it is guessed. */
export function beginProfile({ names, package: pack, survey, credentials, schema }: ProfileParts): string {
	const { habits } = names;
	const client = survey ?? habits.client(pack.name);
	const { idiom, catch: errors } = habits.errors;
	const caught = survey?.errors ?? errors;
	const document = new Document({
		...(schema ? { $schema: schema } : {}),
		package: { ...pack, install: habits.install(pack.name, pack.version) },
		case: habits.case,
		shape: habits.shape,
		client: {
			variable: 'client',
			construct: client.construct,
			args: [...credentials],
			...(client.fails === false ? { fails: false } : {}),
		},
		imports: client.imports,
		errors: { idiom, ...(caught.length > 0 ? { catch: caught } : {}) },
	});
	const guess = (...path: string[]) => {
		const node = document.getIn(path, true) as Node | undefined;
		if (node) node.comment = ' guessed';
	};
	for (const path of [['case'], ['shape'], ['client', 'args'], ['errors', 'catch']]) {
		const node = document.getIn(path, true) as { flow?: boolean } | undefined;
		if (node) node.flow = true;
		guess(...path);
	}
	guess('client', 'construct');
	if (pack.version === NO_VERSION) for (const key of ['name', 'version']) guess('package', key);
	return document.toString({ lineWidth: 120 }).replace(/\[ (.*) \]/g, '[$1]');
}
