import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFeedback, FORM_LIMIT } from '../feedback/create-feedback.ts';
import { createMailer } from '../feedback/mailer.ts';
import { openStore } from '../feedback/open-store.ts';
import { readFeedbackSettings } from '../feedback/settings.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';
import type { StartOptions } from './start.ts';

/** The forms as a part of the server. */
export interface FeedbackRoute {
	/** None where everything is switched off. */
	routes: Route[];
	services: Services;
	close: () => Promise<void>;
}

/** `/feedback`: ratings, comments and subscriptions. Throws a `ProblemError` on settings that make no sense; a database or a mail server that is down is no reason. */
export async function feedbackRoute(
	{ directory, environment, log }: StartOptions,
	siteDirectory: string,
): Promise<FeedbackRoute> {
	const settings = readFeedbackSettings(environment);
	if (settings.services.size === 0) return { routes: [], services: {}, close: async () => {} };
	const feedback = createFeedback({
		settings,
		store: openStore(directory, settings),
		...(settings.smtpUrl ? { mailer: await createMailer(settings.smtpUrl, settings.mailFrom) } : {}),
		isPage: (path) => existsSync(join(siteDirectory, path, 'index.html')),
		styleSheets: () => styleSheets(siteDirectory),
		onError: (error) => log(error instanceof Error ? error.message : String(error)),
	});
	return {
		routes: [
			{
				prefix: '/feedback',
				bodyLimit: FORM_LIMIT,
				answer: (request, { address }) => feedback.answer(request, address),
			},
		],
		services: Object.fromEntries([...settings.services].map((name) => [name, true])),
		close: feedback.close,
	};
}

/** The style sheets of the built site, as the page that every site has links to them: their names change with a build. */
function styleSheets(siteDirectory: string): string[] {
	const file = join(siteDirectory, '404.html');
	const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
	return [...html.matchAll(/<link rel="stylesheet" href="([^"&]+\/_astro\/[^"&]+|\/_astro\/[^"&]+)"/g)].map(
		([, href = '']) => href,
	);
}
