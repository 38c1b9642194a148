/**
 * What an object holds under a name that a document or a reader chose: such a name may be `constructor` or `__proto__`,
 * which every object answers to.
 */
export function own<Item>(record: Readonly<Record<string, Item>> | undefined, name: string): Item | undefined {
	return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
