import { suggest } from '../core/suggest.ts';
import { isNotVerified, type NotVerified } from '../verify/not-verified.ts';
import { packageIdentifiers } from '../verify/package-identifiers.ts';
import type { CallRoute } from './follow-calls.ts';
import type { InstalledSdk, SdkNames } from './sdk-names.ts';

/** A name that a binding uses and the SDK does not have. */
export interface AbsentName {
	task: string;
	style: string;
	/** The whole call as the binding has it, e.g. `client.customers.delete`. */
	call: string;
	name: string;
	/** The call as far as the name: what other calls lack in the same place. */
	at: string;
	/** The nearest name that stands there, or those that do. */
	hint: string;
}

/** What came of holding bindings against an SDK. */
export interface CheckedNames {
	/** Calls whose every name is there. */
	found: number;
	absent: AbsentName[];
	/** Calls that only a request could tell of, from some member on. */
	unseen: { task: string; style: string; call: string; name: string }[];
}

/** Holds the calls of bindings against the names in an installed SDK. */
export async function checkNames(
	routes: readonly CallRoute[],
	names: SdkNames,
	sdk: InstalledSdk,
): Promise<CheckedNames | NotVerified> {
	const checked: CheckedNames = { found: 0, absent: [], unseen: [] };
	if (routes.length === 0) return checked;
	const followed = await names.follow?.(
		routes.map(({ route }) => route),
		sdk,
	);
	if (!followed) return { notVerified: 'nothing here reads the names of an SDK in this language' };
	if (isNotVerified(followed)) return followed;
	const texts = names.namesAreText ? packageIdentifiers(sdk.project.folder, sdk.project.sdk.name) : undefined;
	routes.forEach(({ task, style, route }, index) => {
		const end = followed[index];
		const call = [route.made ? 'client' : route.root, ...route.members.map(({ name }) => name)].join('.');
		if (!end || end.at === 'end') {
			checked.found++;
			return;
		}
		const beyond = end.at === 'unseen' ? route.members.slice(end.member) : [];
		const nowhere = texts?.size ? beyond.find(({ name }) => name.length > 2 && !texts.has(name)) : undefined;
		const inOrder = [...route.members.map((member) => member.name), ...route.named];
		const name = nowhere?.name ?? (end.member < 0 ? route.root : (inOrder[end.member] ?? ''));
		const has = end.at === 'missing' ? end.has : [...(texts ?? [])];
		if (end.at === 'unseen' && !nowhere) checked.unseen.push({ task, style, call, name });
		else
			checked.absent.push({
				task,
				style,
				call,
				name,
				at: name === route.root ? name : call.slice(0, (call.indexOf(`.${name}`) + 1 || call.length) + name.length),
				hint: nearest(name.split('.').at(-1) ?? '', has),
			});
	});
	return checked;
}

/** A name that the other begins with (`del`, `delete`) is nearer than one that is spelt alike. */
function nearest(name: string, has: readonly string[]): string {
	const bare = (text: string) => text.toLowerCase().replace(/_+$|\(\)$/, '');
	const begins = (long: string, short: string) => bare(short).length > 2 && bare(long).startsWith(bare(short));
	const [related] = has
		.filter((other) => begins(name, other) || begins(other, name))
		.sort((a, b) => Math.abs(a.length - name.length) - Math.abs(b.length - name.length));
	const alike = suggest(name, has);
	return related && !alike.startsWith('Did you mean') ? `Did you mean "${related}"?` : alike;
}
