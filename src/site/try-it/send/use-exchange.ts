import { useRef, useState } from 'preact/hooks';
import type { HistoryEntry, SentRequest } from '../history/history-entry.ts';
import { openHistory } from '../history/history-store.ts';
import type { Exchange, Outgoing } from './exchange.ts';
import { send } from './send.ts';

/** What is sent from a page, and what came of it. */
export interface Exchanges {
	/** The one that is shown. */
	exchange: Exchange | undefined;
	/** The last of this tab, the newest first. */
	entries: readonly HistoryEntry[];
	hasAnswer(id: string): boolean;
	go(outgoing: Outgoing, sent: SentRequest): Promise<void>;
	cancel(): void;
	show(id: string): void;
	clear(): void;
}

const history = openHistory();

/** Sends one request at a time; what was still waiting is cancelled. `proxy` is the address of the site's own proxy. */
export function useExchange(proxy: string): Exchanges {
	const [exchange, setExchange] = useState<Exchange>();
	const [entries, setEntries] = useState(history.entries());
	const running = useRef<AbortController | undefined>(undefined);
	return {
		exchange,
		entries,
		hasAnswer: (id) => history.exchangeOf(id) !== undefined,
		async go(outgoing, sent) {
			running.current?.abort();
			const abort = new AbortController();
			running.current = abort;
			const done = await send(outgoing, {
				signal: abort.signal,
				proxy,
				changed: (next) => {
					if (running.current === abort) setExchange(next);
				},
			});
			history.add(done, sent);
			setEntries([...history.entries()]);
		},
		cancel: () => running.current?.abort(),
		show: (id) => setExchange(history.exchangeOf(id)),
		clear() {
			history.clear();
			setEntries([]);
		},
	};
}
