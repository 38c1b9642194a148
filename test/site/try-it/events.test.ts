import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventReader } from '../../../src/site/try-it/answer/events.ts';

/** The events of a text that arrives in two pieces, cut anywhere. */
function inPieces(kind: 'events' | 'lines', text: string, cut: number) {
	const bytes = new TextEncoder().encode(text);
	const reader = createEventReader(kind);
	reader.read(bytes.subarray(0, cut), false);
	return reader.read(bytes, true);
}

describe('Events', () => {
	it.each(['\n', '\r\n', '\r'])('are read with line ends %j, wherever the stream is cut', (end) => {
		const lines = [': hello', '', 'event: tick', 'id: 7', 'data: één', 'data:two', '', 'data', '', 'data: 3', ''];
		const text = `${lines.join(end)}${end}`;
		fc.assert(
			fc.property(fc.nat(text.length), (cut) => {
				expect(inPieces('events', text, cut)).toEqual([{ name: 'tick', id: '7', data: 'één\ntwo' }, { data: '3' }]);
			}),
		);
	});

	it('are lines of JSON, the last one without an end too', () => {
		const text = '{"a":1}\r\n\n\u001e{"b":"ü"}\n{"c":3}';
		fc.assert(
			fc.property(fc.nat(text.length), (cut) => {
				const events = inPieces('lines', text, cut).map(({ data }) => data);
				expect(events).toEqual(['{"a":1}', '{"b":"ü"}', '{"c":3}']);
			}),
		);
	});
});
