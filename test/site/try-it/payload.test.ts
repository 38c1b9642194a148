import { describe, expect, it } from 'vitest';
import { createDocument, type Json } from '../../../src/core/document.ts';
import { readOperations } from '../../../src/core/read-operations.ts';
import { listTasks } from '../../../src/core/task.ts';
import { readFields } from '../../../src/site/try-it/form/fields.ts';
import { createModel } from '../../../src/site/try-it/live/page-model.ts';
import { toOutgoing } from '../../../src/site/try-it/send/outgoing.ts';
import type { Target } from '../../../src/site/try-it/send/target.ts';

const upload = (content: Json): Json => ({
	servers: [{ url: 'https://files.example.com' }],
	paths: { '/things': { post: { operationId: 'upload', requestBody: { required: true, content } } } },
});
const FORM: Json = {
	'multipart/form-data': {
		schema: {
			type: 'object',
			properties: {
				title: { type: 'string', example: 'Cover' },
				about: { type: 'object', example: { pages: 3 } },
				photo: { type: 'string', format: 'binary' },
				scans: { type: 'array', items: { type: 'string', format: 'binary' } },
			},
			required: ['title', 'about', 'photo', 'scans'],
		},
	},
};
const MOCK: Target = { id: 'mock', label: 'Mock', way: 'mock', server: 'http://127.0.0.1/mock' };

function modelOf(root: Json) {
	const tasks = listTasks(readOperations(createDocument({ file: 'openapi.yaml', root })));
	const [task] = tasks;
	if (!task) throw new Error('the fixture has an operation');
	return createModel({ name: 'files', tasks, profiles: new Map() }, task);
}

describe('A body with files', () => {
	it('has a field for each of its files', () => {
		const fields = readFields(modelOf(upload(FORM)).task);
		expect(fields.map(({ label, input, multiple }) => `${label}: ${input}${multiple ? ' multiple' : ''}`)).toEqual([
			'title: text',
			'about: json',
			'photo: file',
			'scans: file multiple',
		]);
		expect(readFields(modelOf(upload({ 'image/png': {} })).task)).toMatchObject([{ name: 'body', input: 'file' }]);
	});

	it('is sent as a form with what the reader chose', async () => {
		const files = new Map([
			['photo', [new File(['PNG'], 'mine.png', { type: 'image/png' })]],
			['scans', [new File(['1'], 'a.png'), new File(['2'], 'b.png')]],
		]);
		const values = { photo: 'mine.png', scans: '["a.png","b.png"]' };
		const { payload } = toOutgoing(modelOf(upload(FORM)), MOCK, values, {}, files);
		if (!(payload instanceof FormData)) throw new Error('a form is expected');
		expect(payload.get('title')).toBe('Cover');
		expect(JSON.parse(await (payload.get('about') as File).text())).toEqual({ pages: 3 });
		expect(await (payload.get('photo') as File).text()).toBe('PNG');
		expect(payload.getAll('scans').map((file) => (file as File).name)).toEqual(['a.png', 'b.png']);
	});

	it('may be one file', async () => {
		const files = new Map([['body', [new File(['PNG'], 'mine.png')]]]);
		const { payload } = toOutgoing(modelOf(upload({ 'image/png': {} })), MOCK, { body: 'mine.png' }, {}, files);
		expect(payload instanceof File && (await payload.text())).toBe('PNG');
	});

	it('is refused where a file has not been chosen, and by the proxy, which is sent none', () => {
		const model = modelOf(upload(FORM));
		expect(() => toOutgoing(model, MOCK, {}, {})).toThrow('"photo" needs a file');
		expect(() => toOutgoing(model, { ...MOCK, way: 'proxy' }, {}, {})).toThrow('proxy sends no files');
	});

	it('is plain text where the operation takes that, whatever it looks like', () => {
		const model = modelOf(upload({ 'text/plain': { schema: { type: 'string' } } }));
		expect(toOutgoing(model, MOCK, { body: '{"a": 1}' }, {}).payload).toBe('{"a": 1}');
	});
});
