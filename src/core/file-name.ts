import { mediaTypeEssence } from './media-type.ts';

/** How files of a media type usually end; the others end as their subtype where that is a word of its own. */
const ENDINGS: Readonly<Record<string, string>> = {
	'application/gzip': 'gz',
	'application/javascript': 'js',
	'application/msword': 'doc',
	'application/octet-stream': 'bin',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/x-tar': 'tar',
	'application/x-yaml': 'yaml',
	'audio/mpeg': 'mp3',
	'audio/x-wav': 'wav',
	'image/jpeg': 'jpg',
	'image/svg+xml': 'svg',
	'image/x-icon': 'ico',
	'text/calendar': 'ics',
	'text/markdown': 'md',
	'text/plain': 'txt',
	'video/quicktime': 'mov',
};

/**
 * The name of a file that a sample opens: the document's own example where that is a file's name, else one made of what
 * the file is for and of its media type. It holds nothing that a path, a shell or a header could trip over.
 * @example fileName('profileImage', 'image/png') // 'profileImage.png'
 */
export function fileName(purpose: string, mediaType: string, example = ''): string {
	const stated = example.slice(Math.max(example.lastIndexOf('/'), example.lastIndexOf('\\')) + 1);
	if (/^[A-Za-z0-9][\w.-]{0,80}\.[A-Za-z0-9]{1,8}$/.test(stated)) return stated;
	const plain = purpose.normalize('NFKD').replace(/\p{M}+/gu, '');
	const stem = plain
		.replace(/[^\w]+/g, '-')
		.replace(/^[-_]+|[-_]+$/g, '')
		.slice(0, 60);
	return `${stem || 'file'}.${ending(mediaType)}`;
}

function ending(mediaType: string): string {
	const essence = mediaTypeEssence(mediaType);
	const subtype = /^[^/]+\/(?:[^/]*[+])?([a-z0-9]{2,5})$/.exec(essence)?.[1];
	return ENDINGS[essence] ?? subtype ?? 'bin';
}
