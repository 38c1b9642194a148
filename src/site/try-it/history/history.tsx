import { useRef, useState } from 'preact/hooks';
import styles from '../../styles/answer.css?url';
import { agoText } from '../answer/measures.ts';
import { statusMeaning } from '../answer/status-meaning.ts';
import { loadStyles } from '../load-styles.ts';
import type { HistoryEntry } from './history-entry.ts';

loadStyles(styles);

interface Props {
	/** The newest first. */
	entries: readonly HistoryEntry[];
	/** The operation whose page this is. */
	here: { api: string; task: string };
	/** Whether an entry's answer is still in memory. */
	hasAnswer(id: string): boolean;
	/** Where another operation's page is. */
	addressOf(entry: HistoryEntry): string;
	onShow(entry: HistoryEntry): void;
	/** Sends it again; the form fills in the credentials, which no entry holds. */
	onReplay(entry: HistoryEntry): void;
	onClear(): void;
}

/** The last requests of this tab, folded. */
export function History({ entries, here, hasAnswer, addressOf, onShow, onReplay, onClear }: Props) {
	const [isCleared, setCleared] = useState(false);
	const summary = useRef<HTMLElement>(null);
	if (entries.length === 0 && !isCleared) return null;
	const now = Date.now();
	return (
		<details class="try-history">
			<summary ref={summary}>Last requests of this tab ({entries.length})</summary>
			<ul>
				{entries.map((entry) => {
					const name = `${entry.method} ${entry.path}, ${agoText(now - entry.sentAt)}`;
					const isHere = entry.api === here.api && entry.task === here.task;
					return (
						<li key={entry.id} class="history-entry">
							<b class={`method ${entry.method.toLowerCase()}`}>{entry.method}</b>
							<code>{entry.path}</code>
							<span class={`history-status s${Math.floor((entry.status ?? 0) / 100)}`}>{outcome(entry)}</span>
							<time class="answer-quiet" dateTime={new Date(entry.sentAt).toISOString()}>
								{agoText(now - entry.sentAt)}
							</time>
							<span class="history-actions">
								{isHere && hasAnswer(entry.id) && (
									<button type="button" class="answer-button" aria-label={`Show ${name}`} onClick={() => onShow(entry)}>
										Show
									</button>
								)}
								{isHere ? (
									<button
										type="button"
										class="answer-button"
										aria-label={`Send again ${name}`}
										onClick={() => onReplay(entry)}
									>
										Send again
									</button>
								) : (
									<a href={addressOf(entry)} aria-label={`Open the page of ${name}`}>
										Open the page
									</a>
								)}
							</span>
						</li>
					);
				})}
			</ul>
			{entries.length > 0 && (
				<button
					type="button"
					class="answer-button"
					onClick={() => {
						// The button goes with the list: what stays gets the focus.
						setCleared(true);
						summary.current?.focus();
						onClear();
					}}
				>
					Clear
				</button>
			)}
		</details>
	);
}

function outcome({ status, failure }: HistoryEntry): string {
	if (status === undefined) return failure ?? '';
	return `${status} ${statusMeaning(status, '').name}`;
}
