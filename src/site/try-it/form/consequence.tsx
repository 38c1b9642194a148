import { useEffect, useRef } from 'preact/hooks';
import type { Outgoing } from '../send/exchange.ts';

interface Props {
	description: string;
	outgoing: Outgoing;
	onAnswer(goOn: boolean): void;
}

/** Asks before a real call that deletes or costs, naming what it acts on. Nothing is sent unless the reader says so. */
export function Consequence({ description, outgoing, onAnswer }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	const { method, url } = outgoing.request;
	return (
		<dialog
			ref={dialog}
			class="try-consequence"
			aria-labelledby="try-consequence-title"
			onCancel={() => onAnswer(false)}
			onClose={() => onAnswer(false)}
		>
			<h3 id="try-consequence-title">This is the real API</h3>
			<p>{description}</p>
			<p class="try-acts-on">
				<code>
					{method} {url.split('?')[0]}
				</code>
			</p>
			<p class="try-buttons">
				<button type="button" class="try-send" onClick={() => onAnswer(true)}>
					Send it
				</button>
				<button type="button" class="copy" onClick={() => onAnswer(false)}>
					Do not send
				</button>
			</p>
		</dialog>
	);
}
