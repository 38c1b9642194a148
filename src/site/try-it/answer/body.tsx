import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Exchange, Received } from '../send/exchange.ts';
import { bodyKind, decodeBody, essence } from './body-kind.ts';
import { EventList } from './event-list.tsx';
import { createEventReader, type EventReader } from './events.ts';
import { ImageView } from './image-view.tsx';
import { sizeText } from './measures.ts';
import { saveBody } from './save-body.ts';
import { SearchableText } from './searchable-text.tsx';

interface Props {
	exchange: Exchange;
	received: Received;
	/** A place of the body to go to, as names and indices. */
	reveal?: { path: readonly string[] };
	onCopy(text: string, what: string): void;
	/** Says something to those who listen to the page. */
	say(text: string): void;
}

/** The body of an answer, shown as what it is. */
export function Body({ exchange, received, reveal, onCopy, say }: Props) {
	const { headers, body } = received;
	const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
	const kind = bodyKind(contentType, body);
	const isWhole = exchange.state !== 'receiving';
	const isStream = kind === 'events' || kind === 'lines';
	const [isRaw, setRaw] = useState(false);
	// A place can be gone to in the tree alone.
	useEffect(() => {
		if (reveal) setRaw(false);
	}, [reveal]);
	const reader = useRef<{ id: string; events: EventReader }>(undefined);
	if (isStream && reader.current?.id !== exchange.id) {
		reader.current = { id: exchange.id, events: createEventReader(kind) };
	}
	const isText = kind === 'json' || kind === 'text';
	const text = useMemo(
		() => ((isText && isWhole) || isRaw ? decodeBody(contentType, body) : ''),
		[isText, isWhole, isRaw, contentType, body],
	);

	if (kind === 'none') return exchange.state === 'done' ? <p class="answer-quiet">The answer has no body.</p> : null;
	if (!isWhole && !isStream) return <p class="answer-quiet">{sizeText(body.length)} so far…</p>;
	const hasViews = isStream || kind === 'json' || contentType.includes('svg');
	return (
		<div class="answer-body">
			<div class="answer-tools">
				<span class="answer-quiet">{essence(contentType) || 'no media type'}</span>
				{hasViews && (
					<button type="button" class="answer-button" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
						Raw
					</button>
				)}
				{(isText || isRaw) && (
					<button type="button" class="answer-button" onClick={() => onCopy(text, 'the body')}>
						Copy body
					</button>
				)}
				<button type="button" class="answer-button" onClick={() => saveBody(headers, body)}>
					Download
				</button>
			</div>
			{isText || isRaw ? (
				<SearchableText
					key={exchange.id}
					text={text}
					isTree={kind === 'json' && !isRaw}
					reveal={reveal}
					onCopy={onCopy}
					say={say}
				/>
			) : kind === 'image' ? (
				<ImageView contentType={contentType} body={body} />
			) : isStream ? (
				<EventList events={reader.current?.events.read(body, isWhole) ?? []} isReceiving={!isWhole} />
			) : (
				<p class="answer-quiet">{sizeText(body.length)} that a page cannot show: download it to look at it.</p>
			)}
		</div>
	);
}
