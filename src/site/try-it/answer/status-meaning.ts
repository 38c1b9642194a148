/** What the statuses that readers meet mean (RFC 9110, 6585, 8297): name and one sentence. */
const MEANINGS: Readonly<Record<number, readonly [name: string, meaning: string]>> = {
	200: ['OK', 'It worked.'],
	201: ['Created', 'It worked, and something new was made.'],
	202: ['Accepted', 'It was taken in, and will be done later.'],
	204: ['No Content', 'It worked; there is nothing to return.'],
	206: ['Partial Content', 'This is a part of the whole.'],
	301: ['Moved Permanently', 'It has another address now.'],
	302: ['Found', 'It is at another address for now.'],
	303: ['See Other', 'The answer is at another address.'],
	304: ['Not Modified', 'Nothing has changed since the version you have.'],
	307: ['Temporary Redirect', 'Send the same request to another address.'],
	308: ['Permanent Redirect', 'Send the same request to another address from now on.'],
	400: ['Bad Request', 'The API does not understand the request as it was sent.'],
	401: ['Unauthorized', 'The credentials are missing or wrong.'],
	402: ['Payment Required', 'The account has to be paid up first.'],
	403: ['Forbidden', 'The credentials are right, but do not allow this.'],
	404: ['Not Found', 'Nothing is at this address: a name in the path may be wrong.'],
	405: ['Method Not Allowed', 'This address does not take this method.'],
	406: ['Not Acceptable', 'The API has no answer of a media type that was asked for.'],
	408: ['Request Timeout', 'The server waited too long for the request.'],
	409: ['Conflict', 'It contradicts the state that things are in.'],
	410: ['Gone', 'It was here once, and will not come back.'],
	412: ['Precondition Failed', 'What the request made a condition is not so.'],
	413: ['Content Too Large', 'The body is larger than the API takes.'],
	415: ['Unsupported Media Type', 'The API does not take a body of this media type.'],
	422: ['Unprocessable Content', 'The body is understood, but its values cannot be used.'],
	429: ['Too Many Requests', 'Wait before you send more.'],
	500: ['Internal Server Error', 'Something broke at the API; your request need not be at fault.'],
	501: ['Not Implemented', 'The API cannot do this.'],
	502: ['Bad Gateway', 'A server behind the API gave a wrong answer.'],
	503: ['Service Unavailable', 'The API cannot answer now: send it again later.'],
	504: ['Gateway Timeout', 'A server behind the API took too long.'],
};

const FAMILIES = [
	'',
	'It goes on.',
	'It worked.',
	'The answer is elsewhere.',
	'The request is at fault.',
	'The API is at fault.',
];

/** A status in words. The server's own name for it comes first; HTTP/2 sends none. */
export function statusMeaning(status: number, statusText: string): { name: string; meaning: string } {
	const [name = '', meaning = FAMILIES[Math.floor(status / 100)] ?? ''] = MEANINGS[status] ?? [];
	return { name: statusText || name, meaning };
}
