import { useRef, useState } from 'preact/hooks';

/** A language that the request can be written in. */
export interface CopyLanguage {
	id: string;
	label: string;
}

interface Props {
	languages: readonly CopyLanguage[];
	onChoose(language: CopyLanguage): void;
}

/** A button with a menu: the request as code in each language. */
export function CopyAs({ languages, onChoose }: Props) {
	const [isOpen, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const menu = useRef<HTMLDivElement>(null);

	/** Items are focused by their place, around the ends. */
	function focusItem(at: number): void {
		const items = menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [];
		items[(at + items.length) % items.length]?.focus();
	}

	function open(at: number): void {
		setOpen(true);
		requestAnimationFrame(() => focusItem(at));
	}

	function close(): void {
		setOpen(false);
		button.current?.focus();
	}

	function moveInMenu(event: KeyboardEvent): void {
		const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
		const at = items.indexOf(document.activeElement as HTMLElement);
		const typed = items.findIndex((item, index) => index > at && startsWith(item, event.key));
		const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
		const target = targets[event.key] ?? (typed < 0 ? undefined : typed);
		if (event.key === 'Tab') setOpen(false);
		if (event.key === 'Escape') close();
		else if (target === undefined) return;
		else focusItem(target);
		event.preventDefault();
	}

	function openByKey(event: KeyboardEvent): void {
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		event.preventDefault();
		open(event.key === 'ArrowDown' ? 0 : -1);
	}

	return (
		<div
			class="copy-as"
			onFocusOut={({ relatedTarget, currentTarget }) => {
				if (!currentTarget.contains(relatedTarget as Node | null)) setOpen(false);
			}}
		>
			<button
				ref={button}
				type="button"
				class="answer-button"
				aria-haspopup="menu"
				aria-expanded={isOpen}
				onClick={() => (isOpen ? close() : open(0))}
				onKeyDown={openByKey}
			>
				Copy as…
			</button>
			{isOpen && (
				<div ref={menu} role="menu" aria-label="Copy the request as" onKeyDown={moveInMenu}>
					{languages.map((language) => (
						<button
							key={language.id}
							type="button"
							role="menuitem"
							tabIndex={-1}
							onClick={() => {
								close();
								onChoose(language);
							}}
						>
							{language.label}
						</button>
					))}
				</div>
			)}
		</div>
	);
}

function startsWith({ textContent }: HTMLElement, key: string): boolean {
	return key.length === 1 && (textContent ?? '').toLowerCase().startsWith(key.toLowerCase());
}
