import { inPool } from '../verify/pool.ts';
import type { Followed, Route } from './sdk-names.ts';

/** The members of a type, `name()` for what is called: each with the type that reading or calling it gives, where that is one of the SDK's. */
export type Members = ReadonlyMap<string, string | undefined>;

/** How a statically typed language tells of its types. */
export interface TypeSource {
	/** The type that a route begins with; undefined where the root is not there. */
	start(route: Route): Promise<string | undefined>;
	/** The members of a type; undefined where nothing tells. */
	members(type: string): Promise<Members | undefined>;
}

/** Follows routes from type to type. A type is read once, however many routes come by. */
export async function followTypes(routes: readonly Route[], source: TypeSource): Promise<Followed[]> {
	const roots = new Map<string, Promise<string | undefined>>();
	const known = new Map<string, Promise<Members | undefined>>();
	const membersOf = (type: string) => {
		const read = known.get(type) ?? source.members(type);
		known.set(type, read);
		return read;
	};
	const results: Followed[] = [];
	await inPool([...routes.entries()], 2, async ([index, route]) => {
		const key = `${route.root} ${route.from} ${route.made}`;
		const start = roots.get(key) ?? source.start(route);
		roots.set(key, start);
		results[index] = await followRoute(route, await start, membersOf);
	});
	return results;
}

async function followRoute(
	{ members }: Route,
	root: string | undefined,
	membersOf: (type: string) => Promise<Members | undefined>,
): Promise<Followed> {
	if (root === undefined) return { at: 'missing', member: -1, has: [] };
	let type: string | undefined = root;
	for (const [member, { name, called, gives }] of members.entries()) {
		const key = called ? `${name}()` : name;
		const there: Members | undefined = type === undefined ? undefined : await membersOf(type);
		if (!there) return { at: 'unseen', member };
		if (!there.has(key)) {
			const has = [...there.keys()];
			const calls = has.flatMap((other) => (other.endsWith('()') ? [other.slice(0, -2)] : []));
			return { at: 'missing', member, has: called ? calls : has };
		}
		type = there.get(key) ?? gives;
	}
	return { at: 'end' };
}
