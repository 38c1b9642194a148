import type { StreamEvent } from './events.ts';

/** How many of the last events are listed. */
const MOST = 200;

interface Props {
	events: readonly StreamEvent[];
	isReceiving: boolean;
}

/** Events as they arrive, the newest at the end. */
export function EventList({ events, isReceiving }: Props) {
	const first = Math.max(0, events.length - MOST);
	return (
		<>
			<p class="answer-quiet">
				{events.length === 1 ? '1 event' : `${events.length} events`}
				{isReceiving && ', more may come'}
				{first > 0 && `; the last ${MOST} are shown, the download holds all`}
			</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys alone have to reach all of it. */}
			<ol class="event-list" start={first + 1} tabIndex={0} aria-label="Events" translate={false}>
				{events.slice(first).map(({ name, id, data }, at) => (
					<li key={first + at}>
						{(name || id) && <small>{[name, id && `id ${id}`].filter(Boolean).join(', ')}</small>}
						<code class="event-data">{data}</code>
					</li>
				))}
			</ol>
		</>
	);
}
