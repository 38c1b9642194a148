import { describe, expect, it } from 'vitest';
import type { HttpPart } from '../../src/core/http-request.ts';
import { compareBody } from '../../src/verify/compare-body.ts';
import { sampleFile } from '../../src/verify/sample-files.ts';

const text: HttpPart = { name: 'title', mediaType: 'text/plain', text: 'two\nlines' };
const json: HttpPart = { name: 'meta', mediaType: 'application/json', text: '{"n":1.50}' };
const file: HttpPart = { name: 'photo', mediaType: 'image/png', file: 'photo.png' };

/** A body as a client would send it, with `edit` to spoil it. */
function compare(
	parts: HttpPart[],
	received: (string | Buffer)[][],
	contentType = 'multipart/form-data; boundary="edge"',
) {
	const pieces = received.flatMap((lines) => ['--edge\r\n', ...lines, '\r\n']);
	const body = Buffer.concat([...pieces, '--edge--\r\n'].map((piece) => Buffer.from(piece)));
	return compareBody({ mediaType: 'multipart/form-data', text: '', parts }, body, contentType);
}

const sentText = ['Content-Disposition: form-data; name="title"\r\n\r\ntwo\r\nlines'];
const sentJson = [
	'content-disposition: form-data; name=meta; filename="blob"\r\nContent-Type: application/json; charset=utf-8\r\n\r\n',
	'{ "n": 1.5 }',
];
const sentFile = [
	'Content-Disposition: form-data; name="photo"; filename="photo.png"\r\nContent-Type: image/png\r\n\r\n',
	sampleFile('photo.png'),
];

describe('Parts of multipart/form-data', () => {
	it('are compared by name, file name, media type and bytes, whatever parts them', () => {
		expect(compare([text, json, file], [sentText, sentJson, sentFile])).toEqual([]);
	});

	it('are compared in their order and number', () => {
		expect(compare([text, json], [sentJson, sentText])[0]).toContain('part title: received meta in its place');
		expect(compare([text], [sentText, sentJson])).toEqual(['body: expected 1 parts, received 2']);
	});

	it.each([
		[text, ['Content-Disposition: form-data; name="title"\r\n\r\ntwo  lines'], 'part title: expected'],
		[
			text,
			['Content-Disposition: form-data; name="title"; filename="blob"\r\n\r\ntwo\nlines'],
			'expected no file name',
		],
		[text, ['Content-Disposition: form-data; name="title"\r\nContent-Type: text/html\r\n\r\ntwo\nlines'], 'text/html'],
		[json, [sentJson[0] as string, '{"n":2}'], 'part meta /n: expected 1.50, received 2'],
		[json, ['Content-Disposition: form-data; name="meta"\r\n\r\n{"n":1.5}'], 'expected application/json'],
		[
			file,
			[String(sentFile[0]).replace('photo.png', 'x.png'), sampleFile('photo.png')],
			'expected the file name photo.png',
		],
		[file, [sentFile[0] as string, sampleFile('photo.png').subarray(1)], 'the bytes of photo.png did not arrive'],
		[file, [String(sentFile[0]).replace('image/png', 'image/jpeg'), sampleFile('photo.png')], 'image/jpeg'],
	] as [HttpPart, (string | Buffer)[], string][])('differ: %j', (part, received, difference) => {
		expect(compare([part], [received]).join('\n')).toContain(difference);
	});

	it('are read with every way to escape a name', () => {
		for (const [name, written] of [
			['a "b"', 'name="a %22b%22"'],
			['a "b"', 'name="a \\"b\\""'],
			['ünï', "name*=utf-8''%C3%BCn%C3%AF"],
			['ünï', 'name="=?utf-8?B?w7xuw68=?="'],
			['back\\slash', 'name="back\\slash"'],
		]) {
			const part: HttpPart = { name: name ?? '', mediaType: 'text/plain', text: 'x' };
			expect(compare([part], [[`Content-Disposition: form-data; ${written}\r\n\r\nx`]])).toEqual([]);
		}
	});

	it('are missed where there are none', () => {
		expect(compare([text], [])).toEqual(['body: expected 1 parts, received 0']);
		expect(compare([text], [sentText], 'text/plain')[0]).toContain('names no boundary');
		expect(
			compareBody({ mediaType: 'multipart/form-data', text: '', parts: [text] }, Buffer.from('x'), 'a/b; boundary=b'),
		).toEqual(['body: expected parts, but its boundary never comes']);
	});
});
