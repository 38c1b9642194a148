import { useEffect, useRef, useState } from 'preact/hooks';
import type { Operation } from '../../../core/operation.ts';
import type { JsonEditor } from './json-editor.ts';

interface Props {
	operation: Operation;
	text: string;
	onText(text: string): void;
}

/** The body as JSON, in an editor that knows its schema; a plain text field until that has arrived, or where it cannot. */
export function BodyAsJson({ operation, text, onText }: Props) {
	const host = useRef<HTMLDivElement>(null);
	const editor = useRef<JsonEditor | undefined>(undefined);
	const latest = useRef({ text, onText });
	latest.current = { text, onText };
	const [isPlain, setPlain] = useState(true);

	useEffect(() => {
		let isGone = false;
		import('./json-editor.ts').then(
			({ openJsonEditor }) => {
				if (isGone || !host.current) return;
				editor.current = openJsonEditor(host.current, operation, latest.current.text, (next) =>
					latest.current.onText(next),
				);
				setPlain(false);
			},
			// Without a network the plain field stays: it can do the same, without colours.
			() => setPlain(true),
		);
		return () => {
			isGone = true;
			editor.current?.close();
		};
	}, [operation]);

	useEffect(() => editor.current?.setText(text), [text]);

	return (
		<>
			{isPlain && (
				<textarea
					aria-label="body as JSON"
					class="try-json"
					rows={8}
					value={text}
					spellcheck={false}
					onInput={({ currentTarget }) => onText(currentTarget.value)}
				/>
			)}
			<div ref={host} class="try-json" hidden={isPlain} />
		</>
	);
}
