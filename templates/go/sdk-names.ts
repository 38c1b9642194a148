import { followTypes, type Members } from '../../src/bind/follow-types.ts';
import type { InstalledSdk, SdkNames } from '../../src/bind/sdk-names.ts';
import { userEnvironment } from '../../src/verify/detect-toolchain.ts';
import { runProcess } from '../../src/verify/run-process.ts';

/** Go: `go doc` prints a package's types, and a route is followed by those of fields and results. */
export const sdkNames: SdkNames = {
	language: 'go',
	habits: {
		case: { path: 'pascal', call: 'pascal', name: 'camel', field: 'pascal', variable: 'camel' },
		shape: { args: 'positional', options: 'option' },
		errors: { idiom: 'returns', catch: [], throws: {} },
		install: (name, version) => `go get ${name}@v${version}`,
		client: (name) => ({ construct: `${packageName(name)}.NewClient`, imports: { [packageName(name)]: name } }),
	},

	async survey(sdk) {
		const { name } = sdk.project.sdk;
		const text = await doc(sdk, name);
		if (text === undefined) return { notVerified: `go doc says nothing of ${name}` };
		const symbol = /^package (\w+)/m.exec(text)?.[1] ?? packageName(name);
		const makers = [...text.matchAll(/^\s*func (New\w*)\(.*$/gm)].map(([line, maker = '']) => ({ line, maker }));
		const found =
			makers.find(({ maker }) => maker === 'NewClient') ??
			makers.find(({ maker }) => /Client$/.test(maker)) ??
			makers[0];
		return {
			construct: `${symbol}.${found?.maker ?? 'NewClient'}`,
			imports: { [symbol]: name },
			errors: [],
			...(found && !/\berror\)$/.test(found.line) ? { fails: false } : {}),
		};
	},

	follow: (routes, sdk) =>
		followTypes(routes, {
			async start({ root, from, made }) {
				const name = root.split('.').at(-1) ?? '';
				const text = await doc(sdk, from, name);
				if (text === undefined) return undefined;
				const given = made ? resultOf(/^func .*$/m.exec(text)?.[0] ?? '') : name;
				return given && `${from} ${given}`;
			},
			async members(type) {
				const [from = '', name = ''] = type.split(' ');
				return membersOf(sdk, from, name);
			},
		}),
};

/** The last word of a module's path that is no major version. */
function packageName(path: string): string {
	const word = path.split('/').findLast((part) => !/^v\d+$/.test(part)) ?? path;
	return word.replace(/^go-|-go$/g, '').replace(/\W/g, '');
}

async function doc({ project, toolchain }: InstalledSdk, from: string, name?: string): Promise<string | undefined> {
	const env = userEnvironment({ GOFLAGS: '-mod=mod', GOWORK: 'off' });
	const args = ['doc', '-u', ...(name ? [] : ['-short']), from, ...(name ? [name] : [])];
	const limits = { seconds: 60, outputBytes: 16 * 1024 * 1024 };
	const { exit, stdout } = await runProcess({ command: toolchain.command, args, cwd: project.folder, env }, limits);
	return exit === 0 ? stdout : undefined;
}

/** Fields and methods of a type, with those of the structs that it embeds. Types of other packages are not followed. */
async function membersOf(sdk: InstalledSdk, from: string, type: string): Promise<Members | undefined> {
	const text = await doc(sdk, from, type);
	if (text === undefined) return undefined;
	const members = new Map<string, string | undefined>();
	const own = (name: string | undefined) => (name && /^\w+$/.test(name) ? `${from} ${name}` : undefined);
	const struct = /^type \w+(?:\[.*?\])? struct \{\n([\s\S]*?)^\}/m.exec(text)?.[1] ?? '';
	for (const line of struct.split('\n')) {
		const embedded = /^\t\*?(\w+)(?:\s+`.*)?$/.exec(line)?.[1];
		const parent = embedded ? await membersOf(sdk, from, embedded) : undefined;
		for (const [name, given] of parent ?? []) members.set(name, given);
		const [, names = '', given] = /^\t(\w+(?:, \w+)*)\s+\*?([\w.[\]*]+)/.exec(line) ?? [];
		for (const name of names.split(', ').filter(Boolean)) members.set(name, own(given));
	}
	for (const [line, name = ''] of text.matchAll(/^func \(.*?\) (\w+)\(.*$/gm))
		members.set(`${name}()`, own(resultOf(line)));
	return members;
}

/** The type of a function's first result: `*Item` of `func (c *Client) Get(id string) (*Item, error)`. */
function resultOf(signature: string): string | undefined {
	return /\) \(?(?:\w+ )?\*?(\w+)(?:\[.*\])?(?:, .*\)|\))?$/.exec(signature)?.[1];
}
