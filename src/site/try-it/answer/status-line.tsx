import type { Operation } from '../../../core/operation.ts';
import type { Exchange, Received, Way } from '../send/exchange.ts';
import { documentedResponse } from './documented-response.ts';
import { sizeText, timeText } from './measures.ts';
import { Phrase } from './phrase.tsx';
import { statusMeaning } from './status-meaning.ts';
import { whatToCheck } from './what-to-check.ts';

interface Props {
	exchange: Exchange;
	received: Received;
	operation: Operation;
}

const WAYS: Readonly<Record<Way, string>> = {
	mock: 'from the mock',
	direct: 'from the API',
	proxy: "from the API, through this site's proxy",
};

/** The status in words, what the document says of it and what can be done about it; time, size, and where it came from. */
export function StatusLine({ exchange, received, operation }: Props) {
	const { status, statusText, ms, body, transferred } = received;
	const { name, meaning } = statusMeaning(status, statusText);
	const documented = documentedResponse(operation, status);
	const isOther = transferred !== undefined && transferred !== body.length;
	return (
		<>
			<p class="answer-status">
				<strong class={`s${Math.floor(status / 100)}`}>
					{status} {name}
				</strong>
				<span>{timeText(ms)}</span>
				<span>
					{sizeText(body.length)}
					{isOther && ` (${sizeText(transferred)} over the wire)`}
				</span>
				<span>{WAYS[exchange.outgoing.way]}</span>
			</p>
			<p>{documented?.description ? <Phrase text={documented.description} /> : meaning}</p>
			{documented?.remedy && (
				<p>
					<strong>What to do:</strong> <Phrase text={documented.remedy} />
				</p>
			)}
			{status === 401 && (
				<>
					<p>
						<strong>What to check:</strong>
					</p>
					<ul class="answer-checks">
						{whatToCheck(operation, exchange.outgoing, received).map((check) => (
							<li>
								<Phrase text={check} />
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}
