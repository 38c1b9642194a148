/** Something that a server tells while its answer goes on: a server-sent event, or a line of JSON. */
export interface StreamEvent {
	/** The event's name, where it has one other than `message`. */
	name?: string;
	id?: string;
	data: string;
}

/** Reads events out of bytes that keep coming. */
export interface EventReader {
	/** The events so far. `body` holds what came before, and more; `isWhole` that nothing will follow. */
	read(body: Uint8Array<ArrayBuffer>, isWhole: boolean): readonly StreamEvent[];
}

/** Reads `text/event-stream` (HTML, 9.2.6) or JSON lines, which begin with a record separator in a JSON text sequence (RFC 7464). */
export function createEventReader(kind: 'events' | 'lines'): EventReader {
	const events: StreamEvent[] = [];
	const decoder = new TextDecoder();
	const separator = kind === 'events' ? /\r\n\r\n|\n\n|\r\r/ : /\r?\n/;
	let taken = 0;
	let rest = '';
	return {
		read(body, isWhole) {
			rest += decoder.decode(body.subarray(taken), { stream: true });
			taken = body.length;
			const blocks = rest.split(separator);
			rest = blocks.pop() ?? '';
			if (isWhole && kind === 'lines') blocks.push(rest);
			for (const block of blocks) {
				const event = kind === 'events' ? parseEvent(block) : { data: block.replace('\u001e', '').trim() };
				if (event && event.data !== '') events.push(event);
			}
			if (isWhole) rest = '';
			return events;
		},
	};
}

function parseEvent(block: string): StreamEvent | undefined {
	const event: StreamEvent = { data: '' };
	const data: string[] = [];
	for (const line of block.split(/\r\n|\n|\r/)) {
		const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
		if (field === 'data') data.push(value);
		else if (field === 'event' && value !== 'message') event.name = value;
		else if (field === 'id') event.id = value;
	}
	// Comments, which keep a connection alive, are no events.
	return data.length > 0 ? { ...event, data: data.join('\n') } : undefined;
}
