import { useEffect, useRef, useState } from 'preact/hooks';
import type { Operation } from '../../../core/operation.ts';
import styles from '../../styles/answer.css?url';
import { loadStyles } from '../load-styles.ts';
import type { Exchange } from '../send/exchange.ts';
import { Body } from './body.tsx';
import { CancelButton } from './cancel-button.tsx';
import { Conformity } from './conformity.tsx';
import { CopyAs, type CopyLanguage } from './copy-as.tsx';
import { copyText } from './copy-text.ts';
import { HeaderTable } from './header-table.tsx';
import { outcomeText } from './outcome-text.ts';
import { StatusLine } from './status-line.tsx';

loadStyles(styles);

/** What the answer is shown of, and what it asks of the form's owner. */
export interface AnswerProps {
	/** Absent until something is sent. Mount the answer before: screen readers tell only what changes in a page. */
	exchange?: Exchange;
	operation: Operation;
	/** The request can be copied as each of them; the first is offered first. */
	languages: readonly CopyLanguage[];
	onCancel(): void;
	onReplay(exchange: Exchange): void;
	/**
	 * Writes the request in a language; the answer puts it on the clipboard. One that the history brought back has lost
	 * its secrets: its entry, found by the exchange's id, has the values.
	 */
	onCopy(languageId: string, exchange: Exchange): string | Promise<string>;
}

/** The region "Response": what came of a request, with everything that can be done with it. */
export function Answer({ exchange, operation, languages, onCancel, onReplay, onCopy }: AnswerProps) {
	const [said, say] = useState('');
	const [note, setNote] = useState('');
	const heading = useRef<HTMLHeadingElement>(null);
	const [reveal, setReveal] = useState<{ path: readonly string[] }>();
	const isPending = exchange?.state === 'waiting' || exchange?.state === 'receiving';
	useEffect(() => {
		setReveal(undefined);
		setNote('');
		if (exchange) say(outcomeText(exchange));
	}, [exchange?.id, exchange?.state]);
	/** `write` makes the text; where the browser or the sample's language does not allow it, that is said. */
	async function copy(write: () => string | Promise<string>, what: string): Promise<void> {
		let outcome = `Copied ${what}`;
		try {
			await copyText(await write());
		} catch (error) {
			outcome = `Not copied: ${(error as Error).message}`;
		}
		setNote(outcome);
		say(outcome);
	}

	const { received, failure, notes = [], state } = exchange ?? {};
	return (
		<>
			<p role="status" class="sr-only">
				{said}
			</p>
			{exchange && (
				<section class="try-answer" aria-labelledby="try-it-response">
					<div class="answer-head">
						<h3 ref={heading} id="try-it-response" tabIndex={-1}>
							Response
						</h3>
						{note !== '' && <span class="answer-quiet">{note}</span>}
						{isPending ? (
							<CancelButton onCancel={onCancel} heading={() => heading.current} />
						) : (
							<button type="button" class="answer-button" onClick={() => onReplay(exchange)}>
								Send again
							</button>
						)}
						<CopyAs
							languages={languages}
							onChoose={({ id, label }) => void copy(() => onCopy(id, exchange), `the request as ${label}`)}
						/>
					</div>
					{state === 'waiting' && <p class="answer-quiet">Waiting for the answer. Escape cancels.</p>}
					{received && <StatusLine exchange={exchange} received={received} operation={operation} />}
					{failure && (
						<div class={`notice answer-notice ${failure.code === 'cancelled' ? '' : 'failure'}`}>
							<p>
								<strong>{failure.message}</strong>
							</p>
							{failure.hint && <p>{failure.hint}</p>}
						</div>
					)}
					{notes.map((note) => (
						<p class="answer-quiet">{note}</p>
					))}
					{received && state === 'done' && (
						<Conformity
							operation={operation}
							received={received}
							onReveal={(path) => setReveal({ path })}
							say={(text) => say((before) => `${before}. ${text}`)}
						/>
					)}
					{received && received.headers.length > 0 && (
						<HeaderTable headers={received.headers} way={exchange.outgoing.way} />
					)}
					{received && (
						<Body
							exchange={exchange}
							received={received}
							reveal={reveal}
							onCopy={(text, what) => void copy(() => text, what)}
							say={say}
						/>
					)}
				</section>
			)}
		</>
	);
}
