import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
	onCancel(): void;
	/** Takes the focus when the button goes, so that nobody who works with keys is thrown back to the page's start. */
	heading(): HTMLElement | null;
}

/** Cancels a request that is under way; so does Escape, wherever the focus is. */
export function CancelButton({ onCancel, heading }: Props) {
	const isFocused = useRef(false);
	useLayoutEffect(() => {
		const cancel = (event: KeyboardEvent) => {
			// A menu or a dialog that is open takes the key for itself.
			if (event.key !== 'Escape' || event.defaultPrevented) return;
			event.preventDefault();
			onCancel();
		};
		document.addEventListener('keydown', cancel);
		return () => document.removeEventListener('keydown', cancel);
	}, [onCancel]);
	useLayoutEffect(() => () => void (isFocused.current && heading()?.focus()), []);
	return (
		<button
			type="button"
			class="answer-button"
			onClick={onCancel}
			onFocus={() => {
				isFocused.current = true;
			}}
			onBlur={({ relatedTarget }) => {
				// The browser takes the focus off what goes, which is no step of the reader's.
				if (relatedTarget) isFocused.current = false;
			}}
		>
			Cancel
		</button>
	);
}
