import { checkSchema, type Violation } from './check-schema.ts';

/** What the worker is asked. */
export interface Check {
	schema: object;
	text: string;
}

/** What it answers: the first of the violations, and their number. */
export interface Checked {
	violations: Violation[];
	total: number;
}

const MOST = 20;

addEventListener('message', ({ data }: MessageEvent<Check>) => {
	const violations = checkSchema(data.schema, data.text);
	postMessage({ violations: violations.slice(0, MOST), total: violations.length } satisfies Checked);
});
