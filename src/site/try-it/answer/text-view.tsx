import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

interface Props {
	text: string;
	/** What is looked for, and which of the places found is meant, from 0. */
	sought: string;
	current: number;
}

/** How many characters are shown until somebody asks for more. */
const PIECE = 100_000;

/** A body as it came, never as anything that a browser would run. */
export function TextView({ text, sought, current }: Props) {
	const [length, setLength] = useState(PIECE);
	const view = useRef<HTMLPreElement>(null);
	const places = useMemo(() => findInText(text, sought), [text, sought]);
	const meant = places[current];
	// A place far down is shown with what stands around it: all the text up to it would stop the page.
	const from = meant === undefined || meant < length ? 0 : meant - PIECE / 2;
	const end = Math.min(from + length, text.length);
	const pieces: (string | preact.JSX.Element)[] = [];
	let at = from;
	for (const place of places) {
		if (place < from) continue;
		if (place >= end) break;
		pieces.push(text.slice(at, place));
		at = place + sought.length;
		pieces.push(<mark aria-current={place === meant ? 'true' : undefined}>{text.slice(place, at)}</mark>);
	}
	pieces.push(text.slice(at, end));
	useEffect(() => {
		view.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
	}, [meant]);
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys alone have to reach all of it. */}
			<pre ref={view} class="text-view" tabIndex={0} translate={false}>
				{pieces}
			</pre>
			{end - from < text.length && (
				<button type="button" class="answer-button" onClick={() => setLength(length + PIECE)}>
					Show more ({from > 0 && `${from} to `}
					{end} of {text.length} characters)
				</button>
			)}
		</>
	);
}

/** The places that hold what is looked for, in any case of letters; at most a thousand. */
export function findInText(text: string, sought: string): number[] {
	if (sought === '') return [];
	const pattern = new RegExp(sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
	const places: number[] = [];
	for (let match = pattern.exec(text); match && places.length < 1000; match = pattern.exec(text)) {
		places.push(match.index);
	}
	return places;
}
