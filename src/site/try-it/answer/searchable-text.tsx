import { useEffect, useMemo, useState } from 'preact/hooks';
import { findInJson, jsonParts, skipSpace, stringAt } from './json-text.ts';
import { JsonTree, type Reveal } from './json-tree.tsx';
import { findInText, TextView } from './text-view.tsx';

interface Props {
	text: string;
	/** Whether it is JSON, to be shown as a tree. */
	isTree: boolean;
	reveal?: { path: readonly string[] };
	onCopy(text: string, what: string): void;
	say(text: string): void;
}

const MOST = 1000;

/** A body in letters with a field to search it. Enter goes on to the next place, with Shift to the one before. */
export function SearchableText({ text, isTree, reveal, onCopy, say }: Props) {
	const fault = useMemo(() => (isTree ? jsonFault(text) : undefined), [text, isTree]);
	const asTree = isTree && fault === undefined;
	const [sought, setSought] = useState('');
	const [current, setCurrent] = useState(0);
	const places = useMemo(
		() => (asTree ? findInJson(text, sought, MOST) : findInText(text, sought)),
		[text, sought, asTree],
	);
	const place = places[current];
	const [target, setTarget] = useState<Reveal>();
	useEffect(() => {
		if (asTree && place !== undefined) setTarget({ place });
	}, [place, asTree, text]);
	useEffect(() => {
		if (asTree && reveal) setTarget({ place: placeOf(text, reveal.path), focus: true });
	}, [reveal, asTree, text]);
	const count = `${places.length}${places.length === MOST ? '+' : ''}`;
	const result = sought === '' ? '' : places.length === 0 ? 'Not found' : `${current + 1} of ${count}`;
	useEffect(() => {
		if (result !== '') say(result);
	}, [result]);

	function step(event: KeyboardEvent): void {
		if (event.key === 'Escape' && sought !== '') {
			event.stopPropagation();
			setSought('');
		}
		if (event.key !== 'Enter' || places.length === 0) return;
		event.preventDefault();
		setCurrent((current + (event.shiftKey ? places.length - 1 : 1)) % places.length);
	}

	return (
		<>
			{fault && <p class="answer-quiet">It says it is JSON, and is not: {fault}</p>}
			<div class="answer-search">
				<input
					type="search"
					aria-label="Search the body"
					placeholder="Search the body"
					autocomplete="off"
					spellcheck={false}
					value={sought}
					onInput={({ currentTarget }) => {
						setSought(currentTarget.value);
						setCurrent(0);
					}}
					onKeyDown={step}
				/>
				<span class="answer-quiet">{result}</span>
			</div>
			{asTree ? (
				<JsonTree text={text} reveal={target} onCopy={onCopy} />
			) : (
				<TextView text={text} sought={sought} current={current} />
			)}
		</>
	);
}

function jsonFault(text: string): string | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}

/** Where a value stands in a JSON text; as far as its path leads. */
function placeOf(text: string, path: readonly string[]): number {
	let at = skipSpace(text, 0);
	for (const name of path) {
		if (text[at] !== '{' && text[at] !== '[') break;
		const isNamed = text[at] === '{';
		// Of names that stand twice the last one counts, as everywhere in JSON.
		const part = jsonParts(text, at).findLast(({ key, index }) =>
			isNamed ? key !== undefined && stringAt(text, key) === name : String(index) === name,
		);
		if (!part) break;
		at = part.start;
	}
	return at;
}
