/** Random numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const NAMES = ['', '__proto__', 'constructor', '../../up', 'CON', 'a/b~c', 'é\u0000\n', '\ud800', '.', 'x'.repeat(300)];
const WORDS = [
	'schema',
	'example',
	'examples',
	'type',
	'items',
	'allOf',
	'oneOf',
	'properties',
	'in',
	'style',
	'content',
];
const MORE = ['required', 'encoding', 'servers', 'security', 'parameters', 'requestBody', 'operationId', 'xml', 'enum'];
const REFERENCES = [
	'#',
	'#/',
	'#/paths',
	'#/components/schemas/Pet',
	'../x.yaml',
	'http://x.test/y',
	'nowhere.json#/a',
	'%zz',
];
const VALUES: unknown[] = [null, true, -1, 1e308, '', 'x', [], {}, [[]], [null], { type: 'array' }, { type: ['null'] }];
const MEDIA = [
	'multipart/form-data',
	'application/xml',
	'image/*',
	'*/*',
	'application/x-www-form-urlencoded',
	'text/csv',
];

/** A document with a few random changes: values taken, swapped, renamed, repeated, or put where they do not belong. */
export function mutateData(document: unknown, random: () => number): unknown {
	const copy = structuredClone(document);
	const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)] as Item;
	for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
		const places = placesOf(copy);
		if (places.length === 0) break;
		const { holder, name } = pick(places);
		const other = pick(places);
		const put = (at: string, value: unknown) =>
			Object.defineProperty(holder, at, { value, enumerable: true, writable: true, configurable: true });
		switch (Math.floor(random() * 8)) {
			case 0:
				delete holder[name];
				break;
			case 1:
				put(name, pick(VALUES));
				break;
			case 2:
				put(name, { $ref: pick(REFERENCES) });
				break;
			case 3:
				put(name, structuredClone(other.holder[other.name]));
				break;
			case 4:
				put(pick([...WORDS, ...MORE]), structuredClone(other.holder[other.name]));
				break;
			case 5:
				put(pick(NAMES), holder[name]);
				delete holder[name];
				break;
			case 6:
				put(name === 'operationId' ? name : pick(MEDIA), name === 'operationId' ? pick(NAMES) : holder[name]);
				break;
			default:
				put(name, typeof holder[name] === 'string' ? pick(NAMES) : pick([...WORDS, ...MORE]));
		}
	}
	return copy;
}

/** A text with a few random changes: pieces taken, repeated, moved or replaced. */
export function mutateText(text: string, random: () => number): string {
	let changed = text;
	const signs = [
		'{',
		'}',
		'[',
		']',
		':',
		'- ',
		'\n',
		'"',
		"'",
		'#',
		'&a ',
		'*a',
		'? ',
		'|',
		'\t',
		'\0',
		'\u2028',
		'<<: ',
		'%',
	];
	for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
		const from = Math.floor(random() * changed.length);
		const to = Math.min(changed.length, from + Math.floor(random() * 40));
		const sign = signs[Math.floor(random() * signs.length)] ?? '';
		const [put, until] = [
			['', to],
			[sign, from],
			[changed.slice(from, to).repeat(2), to],
			[sign, to],
		][Math.floor(random() * 4)] as [string, number];
		changed = changed.slice(0, from) + put + changed.slice(until);
	}
	return changed;
}

function placesOf(document: unknown): { holder: Record<string, unknown>; name: string }[] {
	const places: { holder: Record<string, unknown>; name: string }[] = [];
	const open = [document];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (typeof node !== 'object' || node === null) continue;
		for (const [name, child] of Object.entries(node)) {
			places.push({ holder: node as Record<string, unknown>, name });
			open.push(child);
		}
	}
	return places;
}
