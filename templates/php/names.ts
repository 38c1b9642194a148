/** Variables that PHP keeps for itself, and those of every sample. */
export const reserved: ReadonlySet<string> = new Set(
	'this GLOBALS argc argv body boundary client curl e query response result status url'.split(' '),
);
