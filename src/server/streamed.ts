/** Whether answers of a media type go out as they come, so that readers see each event or line when it happens. */
export function isStreamed(mediaType: string | number | readonly string[] | null | undefined): boolean {
	return /^(text\/event-stream|application\/x-ndjson)\b/i.test(String(mediaType ?? ''));
}
