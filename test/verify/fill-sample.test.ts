import { describe, expect, it } from 'vitest';
import { createDocument, type Json } from '../../src/core/document.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { createRenderer, type Sample } from '../../src/core/sample.ts';
import { listTasks } from '../../src/core/task.ts';
import { fillSample } from '../../src/verify/fill-sample.ts';
import { languages } from '../../templates/index.ts';
import { hostileTexts } from '../templates/values.ts';

/** The sample of an operation, as a language writes it. */
function sampleOf(operation: Json, language: (typeof languages)[number]): Sample {
	const root = { openapi: '3.1.0', paths: { '/x': { post: { operationId: 'x', ...operation } } } };
	const tasks = listTasks(readOperations(createDocument({ file: 'openapi.yaml', root })));
	const [task] = tasks;
	if (!task) throw new Error('no task');
	const made = createRenderer({ name: 'x', tasks, profiles: new Map() }).render({ task, language, style: 'http' });
	if ('reason' in made) throw new Error(made.reason);
	return made;
}

const header = (more: Json) => ({
	parameters: [{ name: 'X', in: 'header', required: true, schema: { type: 'string' }, ...more }],
});
const text = (more: Json) => ({ requestBody: { required: true, content: { 'text/plain': { ...more } } } });
// Short and visible, so that layout and escapes do not differ: they are the same literal either way.
const values = hostileTexts.filter((value) => /^[ -~]{1,24}$/.test(value) && value.trim() === value);

describe.each(languages.map((language) => [language.label, language] as const))(
	'A filled sample of %s',
	(_, language) => {
		it('has the literal that the value itself would have', () => {
			const body = sampleOf(text({ schema: { type: 'string' } }), language);
			for (const value of values) {
				const filled = fillSample(body.code, body.spans, language, { body: value });
				expect(filled).toBe(sampleOf(text({ example: value }), language).code);
			}
		});

		it('says in JSON what the value itself would say', () => {
			const schema = {
				type: 'object',
				required: ['name', 'other'],
				properties: { name: { type: 'string' }, other: { const: 1 } },
			};
			const json = (more: Json) => ({ requestBody: { required: true, content: { 'application/json': more } } });
			const body = sampleOf(json({ schema }), language);
			expect(body.spans.map(({ name }) => name)).toEqual(['name']);
			for (const value of values) {
				const filled = fillSample(body.code, body.spans, language, { name: value });
				const [before = '', after = ''] = body.code.split('<name>');
				expect(filled.startsWith(before.slice(0, -1))).toBe(true);
				expect(filled.endsWith(after.slice(1))).toBe(true);
				if (/^[\w ]+$/.test(value))
					expect(filled).toBe(sampleOf(json({ example: { name: value, other: 1 } }), language).code);
			}
		});

		it('leaves everything else as it is', () => {
			const sample = sampleOf(header({ 'x-placeholder': true }), language);
			expect(sample.spans.map(({ name, start, end }) => [name, sample.code.slice(start, end)])).toEqual([
				['X', expect.stringContaining('<X>')],
			]);
			expect(fillSample(sample.code, sample.spans, language, { X: '<X>' })).toBe(sample.code);
		});
	},
);
