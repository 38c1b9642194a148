import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Operation } from '../../../core/operation.ts';
import type { Received } from '../send/exchange.ts';
import { answerSchema } from './answer-schema.ts';
import { decodeBody } from './body-kind.ts';
import { checkInWorker } from './check-in-worker.ts';
import type { Checked } from './check-worker.ts';
import { compareAnswer } from './mismatches.ts';
import { pathStep } from './path-step.ts';
import { Phrase } from './phrase.tsx';

interface Props {
	operation: Operation;
	received: Received;
	/** Goes to a value of the body. */
	onReveal(path: readonly string[]): void;
	say(text: string): void;
}

const NOTHING: Checked = { violations: [], total: 0 };

/** Whether the answer is as documented, and where it is not. */
export function Conformity({ operation, received, onReveal, say }: Props) {
	const { mismatches, schema } = useMemo(() => compareAnswer(operation, received), [operation, received]);
	const [checked, setChecked] = useState<Checked | 'impossible'>();
	useEffect(() => {
		setChecked(undefined);
		if (schema === undefined) return;
		const stop = new AbortController();
		const text = decodeBody('', received.body);
		checkInWorker({ schema: answerSchema(operation.document, schema), text }, stop.signal).then(
			(result) => setChecked(result ?? 'impossible'),
			// The answer is no longer the one that is shown.
			() => {},
		);
		return () => stop.abort();
	}, [operation, received, schema]);
	const { violations, total } = checked && checked !== 'impossible' ? checked : NOTHING;
	const isOff = mismatches.length > 0 || total > 0;
	useEffect(() => {
		if (isOff) say('The answer is not as documented.');
	}, [isOff]);

	if (checked === 'impossible') return <p class="answer-quiet">It could not be compared with the documentation.</p>;
	if (!isOff) return checked ? <p class="answer-fits">As documented.</p> : null;
	return (
		<div class="notice answer-notice">
			<p>
				<strong>The answer is not as documented.</strong>
			</p>
			<ul class="answer-checks">
				{mismatches.map((text) => (
					<li>{text}</li>
				))}
				{violations.map(({ path, message }) => (
					<li>
						<button type="button" class="answer-place" onClick={() => onReveal(path)}>
							{pathText(path)}
						</button>{' '}
						<Phrase text={message} />
					</li>
				))}
				{total > violations.length && <li>And {total - violations.length} more.</li>}
			</ul>
		</div>
	);
}

/** A place as JSONPath writes it; the validator does not say whether digits are an index or a name. */
function pathText(path: readonly string[]): string {
	return `$${path.map((step) => pathStep(/^\d+$/.test(step) ? Number(step) : step)).join('')}`;
}
