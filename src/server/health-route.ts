import { problemAnswer } from './problem-answer.ts';
import type { Route } from './route.ts';

/** `/healthz`: tells whoever watches the server that it answers. */
export const healthRoute: Route = {
	prefix: '/healthz',
	answer(request) {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			const refusal = problemAnswer(405);
			refusal.headers.set('allow', 'GET, HEAD');
			return refusal;
		}
		const body = request.method === 'HEAD' ? null : JSON.stringify({ status: 'ok' });
		return new Response(body, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
	},
};
