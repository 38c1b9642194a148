import { isObject, type Json } from '../core/document.ts';
import { isNumber } from '../core/source-number.ts';

/** The names under which APIs send their message, most telling first. */
const NAMES = ['message', 'detail', 'error_message', 'error_description', 'error', 'description', 'reason', 'title'];

/** An API's error with its message changed, or undefined where it has none. Looks at the top first, then inside. */
export function withMessage(error: unknown, change: (text: string) => string): Json | undefined {
	if (!isObject(error)) return undefined;
	for (const name of NAMES) {
		const text = error[name];
		if (typeof text === 'string') return { ...error, [name]: change(text) };
	}
	for (const [name, inner] of Object.entries(error)) {
		const changed = Array.isArray(inner) ? withFirstMessage(inner, change) : withMessage(inner, change);
		if (changed !== undefined) return { ...error, [name]: changed };
	}
	return undefined;
}

function withFirstMessage([first]: readonly unknown[], change: (text: string) => string): unknown[] | undefined {
	const changed = typeof first === 'string' ? change(first) : withMessage(first, change);
	return changed === undefined ? undefined : [changed];
}

/** The names under which APIs repeat the status in the body. */
const STATUS_NAMES = new Set(['status', 'status_code', 'statusCode', 'http_status', 'code']);

/** An API's error with the status that it repeats replaced (`{"status": 404}`); other codes are left alone. */
export function withStatus(error: Json, status: number): Json {
	const repeats = (name: string, item: unknown) =>
		STATUS_NAMES.has(name) && isNumber(item) && Number(item) >= 400 && Number(item) < 600;
	return Object.fromEntries(Object.entries(error).map(([name, item]) => [name, repeats(name, item) ? status : item]));
}
