import '../../../node_modules/@astrojs/starlight/dist/style/layers.css';
import '../../../node_modules/@astrojs/starlight/dist/style/props.css';
import '../../../node_modules/@astrojs/starlight/dist/style/reset.css';
import '../../../node_modules/@astrojs/starlight/dist/style/util.css';
import '../../../src/site/styles/site.css';
import './harness.css';
import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { readOperations } from '../../../src/core/read-operations.ts';
import { Answer } from '../../../src/site/try-it/answer/answer.tsx';
import { History } from '../../../src/site/try-it/history/history.tsx';
import { openHistory } from '../../../src/site/try-it/history/history-store.ts';
import type { Exchange, Outgoing } from '../../../src/site/try-it/send/exchange.ts';
import { send } from '../../../src/site/try-it/send/send.ts';
import { things } from './things.ts';

/** What the tests send next, and as which operation. */
export interface Next extends Omit<Outgoing, 'payload'> {
	operationId?: string;
	values?: Record<string, string>;
	credentials?: Record<string, string>;
	patience?: number;
}

declare global {
	interface Window {
		next: Next;
		replayed: unknown[];
	}
}

const LANGUAGES = [
	{ id: 'shell', label: 'cURL' },
	{ id: 'python', label: 'Python' },
	{ id: 'go', label: 'Go' },
];
const operations = readOperations(things);
const store = openHistory();
window.replayed = [];

/** Stands in for the form: a button that sends what the test put into `window.next`. */
function Harness() {
	const [exchange, setExchange] = useState<Exchange>();
	const [id, setId] = useState('listThings');
	const [, refresh] = useState(0);
	const stop = useRef<AbortController>(undefined);
	const operation = operations.find((one) => one.id === id);
	if (!operation) throw new RangeError(id);

	async function sendNext() {
		const { operationId = 'getAnything', values = {}, credentials = {}, patience, ...outgoing } = window.next;
		const sent = operations.find((one) => one.id === operationId);
		if (!sent) throw new RangeError(operationId);
		setId(operationId);
		stop.current = new AbortController();
		const options = { signal: stop.current.signal, changed: setExchange, patience };
		const done = await send(outgoing, options);
		const page = location.pathname;
		store.add(done, { api: 'things', task: operationId, page, operation: sent, values, credentials });
		refresh((before) => before + 1);
	}

	return (
		<>
			<button type="button" class="answer-button" onClick={() => void sendNext()}>
				Send
			</button>
			<Answer
				exchange={exchange}
				operation={operation}
				languages={LANGUAGES}
				onCancel={() => stop.current?.abort()}
				onReplay={() => void sendNext()}
				onCopy={(language, { outgoing }) => `${language}: ${outgoing.request.url}`}
			/>
			<History
				entries={store.entries()}
				here={{ api: 'things', task: id }}
				hasAnswer={(entry) => store.exchangeOf(entry) !== undefined}
				addressOf={({ api, task }) => `/${api}/${task}/`}
				onShow={(entry) => setExchange(store.exchangeOf(entry.id))}
				onReplay={(entry) => {
					window.replayed.push(entry);
					void sendNext();
				}}
				onClear={() => {
					store.clear();
					refresh((before) => before + 1);
				}}
			/>
		</>
	);
}

const panel = document.querySelector('#panel');
if (panel) render(<Harness />, panel);
