import { useEffect, useRef } from 'preact/hooks';
import { asObject, asText } from '../../../core/document.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Outgoing } from '../send/exchange.ts';

/** What a real call does that cannot simply be taken back, as the document says (`x-consequence`). */
export function consequenceOf(operation: Operation): { kind: string; description: string } | undefined {
	const said = asObject(operation.source['x-consequence']);
	const description = asText(said.description);
	return description ? { kind: asText(said.kind) ?? '', description } : undefined;
}

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
