import type { State } from './record-state.ts';

/** How much the mock of one API keeps of its readers. */
export interface StateBounds {
	/** How many readers can have a state of their own; beyond it, whoever asked the longest ago begins anew. */
	readers: number;
	/** How long a state is kept after its reader's last request, in milliseconds. */
	idle: number;
	/** How much a reader can add to the seed: records, and bytes of their JSON. */
	records: number;
	bytes: number;
}

/** Room for a day's readers in at most some 100 MB. */
export const STATE_BOUNDS: StateBounds = { readers: 1_000, idle: 2 * 60 * 60 * 1_000, records: 200, bytes: 64 * 1024 };

/** The states of readers, by what `identify` makes of their credentials. One who has changed nothing takes no room. */
export interface ReaderStates {
	get(reader: string): State;
	set(reader: string, state: State): void;
	/** Puts a reader back to the seed. */
	reset(reader: string): void;
	/** How many readers have a state of their own. */
	count(): number;
}

/** Makes the keeper of an API's readers. `now` is in milliseconds. */
export function createReaderStates(seed: State, { readers, idle }: StateBounds, now: () => number): ReaderStates {
	// In the order in which they were last used, so that the first are the ones to go.
	const kept = new Map<string, { state: State; usedAt: number }>();

	function sweep(): void {
		for (const [reader, { usedAt }] of kept) {
			if (kept.size <= readers && now() - usedAt <= idle) return;
			kept.delete(reader);
		}
	}
	function use(reader: string, state: State): void {
		kept.delete(reader);
		kept.set(reader, { state, usedAt: now() });
	}
	return {
		get(reader) {
			sweep();
			const own = kept.get(reader);
			if (own) use(reader, own.state);
			return own?.state ?? seed;
		},
		set(reader, state) {
			use(reader, state);
			sweep();
		},
		reset: (reader) => void kept.delete(reader),
		count() {
			sweep();
			return kept.size;
		},
	};
}
