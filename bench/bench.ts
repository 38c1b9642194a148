/** What a benchmark found: a peer's name to ours / theirs (higher is better), and what was measured on the way. */
export interface BenchResult {
	ratios: Record<string, number>;
	/** Each figure's unit is the end of its name: `pagesPerSecond`, `peakMB`. */
	figures: Record<string, number | string>;
}

/** One benchmark: ours and the peers on the same work, in one run, taking turns. */
export type Bench = () => Promise<BenchResult>;
