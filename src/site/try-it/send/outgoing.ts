import { chooseValues } from '../../../core/call.ts';
import { toHttpCall } from '../../../core/http-call.ts';
import { toHttpRequest } from '../../../core/http-request.ts';
import type { Overrides } from '../../../core/overrides.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { PageModel } from '../live/page-model.ts';
import type { Outgoing } from './exchange.ts';
import { type ChosenFiles, payloadOf } from './payload.ts';
import type { Target } from './target.ts';

/**
 * The request that the form's values make, by the same rules as every sample. The site's proxy is told the values, and
 * makes it itself. Throws a `ProblemError` on values that HTTP cannot send.
 */
export function toOutgoing(
	{ api, task }: PageModel,
	target: Target,
	values: Overrides,
	credentials: Readonly<Record<string, string>>,
	files: ChosenFiles = new Map(),
): Outgoing {
	const http = toHttpCall(chooseValues(task, values), target.server);
	const request = toHttpRequest(http, credentials);
	if (target.way !== 'proxy') {
		const payload = payloadOf(request, files);
		return { request, way: target.way, ...(payload === undefined ? {} : { payload }) };
	}
	if (request.body?.parts || request.body?.file !== undefined) {
		throw new ProblemError({
			severity: 'error',
			code: 'unsendable-body',
			message: "This site's proxy sends no files and no forms of several parts.",
			hint: 'Copy the request as cURL and run it in a terminal.',
		});
	}
	return {
		request,
		way: 'proxy',
		proxied: { api: api.name, task: task.id, server: target.server, values, credentials },
	};
}
