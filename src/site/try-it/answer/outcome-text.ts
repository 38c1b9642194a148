import type { Exchange } from '../send/exchange.ts';
import { sizeText, timeText } from './measures.ts';
import { statusMeaning } from './status-meaning.ts';

/** An exchange in one sentence, for those who listen to the page. */
export function outcomeText({ state, received, failure }: Exchange): string {
	if (failure) return failure.message;
	if (state === 'waiting') return 'Sending…';
	if (!received) return '';
	const { name } = statusMeaning(received.status, received.statusText);
	if (state === 'receiving') return `${received.status} ${name}, receiving`;
	return `Response: ${received.status} ${name}, ${timeText(received.ms)}, ${sizeText(received.body.length)}`;
}
