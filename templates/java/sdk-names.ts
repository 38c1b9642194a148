import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { followTypes, type Members } from '../../src/bind/follow-types.ts';
import type { InstalledSdk, SdkNames } from '../../src/bind/sdk-names.ts';
import { userEnvironment } from '../../src/verify/detect-toolchain.ts';
import { runProcess } from '../../src/verify/run-process.ts';

/** Java: javap reads the classes of the SDK's archive, and a route is followed by the types that methods return. */
export const sdkNames: SdkNames = {
	language: 'java',
	habits: {
		case: { path: 'camel', call: 'camel', name: 'camel', field: 'camel', variable: 'camel' },
		shape: { args: 'positional', options: 'option' },
		errors: { idiom: 'exceptions', catch: [], throws: {} },
		install: (name, version) => `implementation '${name}:${version}'`,
		client(name) {
			const [group = ''] = name.split(':');
			return { construct: 'new Client', imports: { Client: `${group}.Client` } };
		},
	},

	async survey(sdk) {
		const [group = '', artifact = ''] = sdk.project.sdk.name.split(':');
		const jar = join('lib', `${artifact}-${sdk.project.sdk.version}.jar`);
		const { stdout, exit, failure } = await tool(sdk, 'jar', ['tf', jar]);
		if (exit !== 0) return { notVerified: `jar cannot list ${jar}: ${failure ?? `exit ${exit}`}` };
		const classes = [...stdout.matchAll(/^([\w/]+)\.class$/gm)].map(([, path = '']) => path.replaceAll('/', '.'));
		const word = group.split('.').at(-1) ?? '';
		const strange = (name: string) => Number(!simple(name).toLowerCase().startsWith(word.toLowerCase()));
		const shortest = (suffix: string) =>
			classes
				.filter((name) => name.endsWith(suffix))
				.sort((a, b) => strange(a) - strange(b) || depth(a) - depth(b) || a.length - b.length)[0];
		const [client = 'Client', error] = [shortest('Client'), shortest('Exception')];
		return {
			construct: `new ${simple(client)}`,
			imports: { [simple(client)]: client, ...(error ? { [simple(error)]: error } : {}) },
			errors: error ? [simple(error)] : [],
		};
	},

	follow: (routes, sdk) =>
		followTypes(routes, {
			async start({ root, from }) {
				const [, ...inner] = root.replace(/^new /, '').split('.');
				const name = [from, ...inner].join('$');
				return (await classText(sdk, name)) === undefined ? undefined : name;
			},
			members: (type) => membersOf(sdk, type),
		}),
};

const simple = (name: string) => name.slice(name.lastIndexOf('.') + 1);
const depth = (name: string) => name.split('.').length;

function tool({ project, toolchain }: InstalledSdk, name: string, args: string[]) {
	const command = join(dirname(toolchain.command), name);
	const limits = { seconds: 60, outputBytes: 32 * 1024 * 1024 };
	return runProcess({ command, args, cwd: project.folder, env: userEnvironment() }, limits);
}

/** What javap prints of a class; undefined where there is none of the name. */
async function classText(sdk: InstalledSdk, name: string): Promise<string | undefined> {
	const lib = join(sdk.project.folder, 'lib');
	const jars = readdirSync(lib).filter((file) => file.endsWith('.jar'));
	const path = jars.map((file) => join(lib, file)).join(delimiter);
	const { exit, stdout } = await tool(sdk, 'javap', ['-public', '-cp', path, name]);
	return exit === 0 ? stdout : undefined;
}

/** The public members of a class and of what it extends, with the classes that they give. */
async function membersOf(sdk: InstalledSdk, type: string): Promise<Members | undefined> {
	const text = await classText(sdk, type);
	if (text === undefined) return undefined;
	const head = /^.*\b(?:class|interface) .*\{$/m.exec(text)?.[0] ?? '';
	const members = new Map<string, string | undefined>();
	for (const parent of withoutGenerics(head).match(/(?<=[ ,])[\w$]+(\.[\w$]+)+/g) ?? []) {
		if (parent === type || parent.startsWith('java.')) continue;
		for (const [name, given] of (await membersOf(sdk, parent)) ?? []) members.set(name, given);
	}
	for (const line of text.split('\n')) {
		const [, given = '', name = '', open] =
			/^ +public +(?:\w+ +)*?([\w.$]+(?:\[\])?) +(\w+)(\(|;)/.exec(withoutGenerics(line)) ?? [];
		if (name) members.set(open === '(' ? `${name}()` : name, /^[\w$]+(\.[\w$]+)+$/.test(given) ? given : undefined);
	}
	return members;
}

/** `Map<String, List<T>>` without what stands in angle brackets, however deep. */
function withoutGenerics(text: string): string {
	const plain = text.replace(/<[^<>]*>/g, '');
	return plain === text ? text : withoutGenerics(plain);
}
