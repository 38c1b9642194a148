import { createHash } from 'node:crypto';

/**
 * The identifier (`urn:uuid:…`) of what an API tells of itself: its feed, or one change of it by date and title. It is
 * the same for the same words at any address, so that nobody is told a change twice when the site moves.
 */
export function changeId(...words: string[]): string {
	const hash = createHash('sha256')
		.update(JSON.stringify(['specimen', ...words]))
		.digest('hex');
	const uuid = [
		hash.slice(0, 8),
		hash.slice(8, 12),
		`8${hash.slice(13, 16)}`,
		`8${hash.slice(17, 20)}`,
		hash.slice(20, 32),
	];
	return `urn:uuid:${uuid.join('-')}`;
}
