/** Does work on items, so many at once, in their order. The first error ends it; running work is waited for. */
export async function inPool<Item>(
	items: readonly Item[],
	width: number,
	work: (item: Item) => Promise<void>,
): Promise<void> {
	let next = 0;
	let failure: { error: unknown } | undefined;
	const worker = async () => {
		while (next < items.length && !failure) {
			const item = items[next++] as Item;
			try {
				await work(item);
			} catch (error) {
				failure = { error };
			}
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
	if (failure) throw failure.error;
}
