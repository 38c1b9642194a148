import type { Exchange } from '../send/exchange.ts';
import { type HistoryEntry, historyEntry, type SentRequest } from './history-entry.ts';

/** The last requests of this tab. */
export interface HistoryStore {
	/** The newest first. */
	entries(): readonly HistoryEntry[];
	/** Adds a request that is done, or has failed. */
	add(exchange: Exchange, sent: SentRequest): void;
	/** The exchange of an entry, while this page still has it in memory; without the request's secrets. */
	exchangeOf(id: string): Exchange | undefined;
	clear(): void;
}

const KEY = 'specimen-try-it';
const MOST = 20;
/** How many bytes of answers are held in memory, together. */
const ROOM = 64_000_000;

/**
 * Opens the history that a tab keeps in its session storage: it goes with the tab. Answers stay in the page's memory.
 * A browser that blocks storage is no error: the history then lasts as long as the page.
 */
export function openHistory(storage: Storage | undefined = sessionStorageIfAllowed()): HistoryStore {
	let entries = read(storage);
	let answers: Exchange[] = [];

	function keep(next: HistoryEntry[]): void {
		entries = next;
		try {
			if (next.length > 0) storage?.setItem(KEY, JSON.stringify(next));
			else storage?.removeItem(KEY);
		} catch {
			// Full: what is in memory is still shown.
		}
	}
	return {
		entries: () => entries,
		add(exchange, sent) {
			keep([historyEntry(exchange, sent), ...entries].slice(0, MOST));
			answers = withinRoom([withoutSecrets(exchange), ...answers].slice(0, MOST));
		},
		exchangeOf: (id) => answers.find((exchange) => exchange.id === id),
		clear() {
			answers = [];
			keep([]);
		},
	};
}

function sessionStorageIfAllowed(): Storage | undefined {
	try {
		return globalThis.sessionStorage;
	} catch {
		return undefined;
	}
}

function read(storage: Storage | undefined): HistoryEntry[] {
	try {
		const kept = JSON.parse(storage?.getItem(KEY) ?? '[]') as HistoryEntry[];
		return kept.filter(({ id, method, path, values }) => id && method && path && values).slice(0, MOST);
	} catch {
		// Somebody else's text under this name; the next request replaces it.
		return [];
	}
}

/** The newest answers that fit, the last one always. */
function withinRoom(exchanges: Exchange[]): Exchange[] {
	let room = ROOM;
	return exchanges.filter(({ received }, at) => {
		room -= received?.body.length ?? 0;
		return at === 0 || room >= 0;
	});
}

function withoutSecrets(exchange: Exchange): Exchange {
	const { request, way } = exchange.outgoing;
	const [url = ''] = request.url.split('?');
	return { ...exchange, outgoing: { way, request: { method: request.method, url, headers: [] } } };
}
