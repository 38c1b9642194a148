/** What takes part in a measurement: does its work once and says how many pieces that were. */
export type Work = () => number | Promise<number>;

const WARM_UP = 3;

/** Each one's pieces a second, the median of so many rounds in which all take turns: what disturbs one disturbs all. */
export async function takeTurns(
	works: Readonly<Record<string, Work>>,
	rounds: number,
): Promise<Record<string, number>> {
	const speeds = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
	for (let round = 0; round < rounds + WARM_UP; round++) {
		for (const [name, work] of Object.entries(works)) {
			const start = performance.now();
			const pieces = await work();
			const speed = (pieces * 1000) / (performance.now() - start);
			if (round >= WARM_UP) speeds.get(name)?.push(speed);
		}
	}
	return Object.fromEntries([...speeds].map(([name, all]) => [name, median(all)]));
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
