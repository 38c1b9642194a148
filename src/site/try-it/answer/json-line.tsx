import type { JsonRow } from './json-rows.ts';
import { stringAt } from './json-text.ts';

interface Props {
	text: string;
	row: JsonRow;
	isChosen: boolean;
}

/** As much of one string as a line shows. */
const MOST = 400;

/** One line of the tree: a name and a value, or what is folded inside. */
export function JsonLine({ text, row, isChosen }: Props) {
	const { id, kind, key, index, start, level, count, isOpen } = row;
	const isHolder = count > 0;
	return (
		<div
			role="treeitem"
			data-id={id}
			class={`json-line ${kind}`}
			style={{ '--level': level - 1 }}
			aria-level={level}
			aria-posinset={row.position}
			aria-setsize={row.siblings}
			aria-selected={isChosen}
			aria-expanded={isHolder ? isOpen : undefined}
			tabIndex={isChosen ? 0 : -1}
		>
			{isHolder && <span class="json-arrow" aria-hidden="true" />}
			{kind !== 'range' && key !== undefined && <span class="json-name">{stringAt(text, key)}</span>}
			{kind !== 'range' && key === undefined && row.parent && <span class="json-index">{index}</span>}
			{kind !== 'range' && row.parent && ': '}
			{kind === 'range' && <span class="json-count">{`${index} … ${(index ?? 0) + count - 1}`}</span>}
			{kind === 'object' && <span class="json-count">{count === 0 ? '{}' : `{${count}}`}</span>}
			{kind === 'array' && <span class="json-count">{count === 0 ? '[]' : `[${count}]`}</span>}
			{!/object|array|range/.test(kind) && <span class="json-value">{scalar(text, row, start)}</span>}
		</div>
	);
}

function scalar(text: string, { kind, end }: JsonRow, start: number): string {
	const raw = text.slice(start, end);
	// `https:\/\/…` and `\u00e9` are what the sender's encoder wrote, not what it means.
	const shown = kind === 'string' && raw.includes('\\') ? JSON.stringify(stringAt(text, start)) : raw;
	return shown.length > MOST ? `${shown.slice(0, MOST)}… (${shown.length} characters)` : shown;
}
