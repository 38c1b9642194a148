import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { JsonLine } from './json-line.tsx';
import { type JsonRow, jsonPath, jsonRows } from './json-rows.ts';
import { skipSpace, stringAt } from './json-text.ts';

/** A place in the text to unfold and go to; a new object each time somebody asks. */
export interface Reveal {
	place: number;
	/** Whether the focus goes there as well. */
	focus?: boolean;
}

interface Props {
	/** A text that `JSON.parse` accepts. */
	text: string;
	reveal?: Reveal;
	onCopy(text: string, what: string): void;
}

/** A JSON body as a tree with one stop for the tab key: arrows move and fold, as in every tree (ARIA practices). */
export function JsonTree({ text, reveal, onCopy }: Props) {
	const rows = useMemo(() => jsonRows(text, skipSpace(text, 0)), [text]);
	const [open, setOpen] = useState(() => rows.initiallyOpen());
	const [chosenId, setChosen] = useState('');
	const shown = useMemo(() => rows.visible(open), [rows, open]);
	const tree = useRef<HTMLDivElement>(null);
	const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];

	useEffect(() => {
		if (!reveal) return;
		const path = rows.towards(reveal.place);
		setOpen((before) => new Set([...before, ...path.slice(0, -1).map(({ id }) => id)]));
		setChosen(path.at(-1)?.id ?? '');
	}, [rows, reveal]);
	useEffect(() => {
		const line = reveal && tree.current?.querySelector<HTMLElement>('[aria-selected=true]');
		if (!line) return;
		if (reveal.focus) line.focus();
		else line.scrollIntoView({ block: 'nearest' });
	}, [reveal, chosenId]);

	function choose(row: JsonRow | undefined): void {
		if (!row) return;
		setChosen(row.id);
		tree.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus();
	}

	function press({ target }: MouseEvent): void {
		const id = (target as Element).closest<HTMLElement>('[data-id]')?.dataset.id;
		const row = shown.find((other) => other.id === id);
		choose(row);
		// Somebody who marks text with the mouse wants to keep it marked.
		if (row && getSelection()?.isCollapsed !== false) fold(row, !row.isOpen);
	}

	function fold({ id, count }: JsonRow, isOpen: boolean): void {
		const next = new Set(open);
		if (isOpen && count > 0) next.add(id);
		else next.delete(id);
		setOpen(next);
	}

	function move(event: KeyboardEvent): void {
		if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return;
		const at = shown.indexOf(chosen);
		const { parent } = chosen;
		switch (event.key) {
			case 'ArrowDown':
				choose(shown[at + 1]);
				break;
			case 'ArrowUp':
				choose(shown[at - 1]);
				break;
			case 'Home':
				choose(shown[0]);
				break;
			case 'End':
				choose(shown.at(-1));
				break;
			case 'ArrowRight':
				if (chosen.isOpen) choose(shown[at + 1]);
				else fold(chosen, true);
				break;
			case 'ArrowLeft':
				if (chosen.isOpen) fold(chosen, false);
				else choose(shown.find(({ id }) => id === parent?.id));
				break;
			case 'Enter':
			case ' ':
				fold(chosen, !chosen.isOpen);
				break;
			default:
				return;
		}
		event.preventDefault();
	}

	return (
		<>
			<div
				ref={tree}
				class="json-tree"
				role="tree"
				aria-label="Body"
				translate={false}
				onKeyDown={move}
				onClick={press}
			>
				{shown.map((row) => (
					<JsonLine key={row.id} text={text} row={row} isChosen={row === chosen} />
				))}
			</div>
			{chosen && (
				<p class="json-path">
					<code>{jsonPath(text, chosen)}</code>
					<button type="button" class="answer-button" onClick={() => onCopy(jsonPath(text, chosen), 'the path')}>
						Copy path
					</button>
					<button type="button" class="answer-button" onClick={() => onCopy(valueText(text, chosen), 'the value')}>
						Copy value
					</button>
				</p>
			)}
		</>
	);
}

/** A value as somebody would paste it: a string without quotes, all else as it came. */
function valueText(text: string, { kind, start, end }: JsonRow): string {
	return kind === 'string' ? stringAt(text, start) : text.slice(start, end);
}
