import { readPage } from './fields.ts';
import { deleteExpired } from './lifetime.ts';
import { createLimits, type Limited } from './limits.ts';
import { requireSameOrigin } from './origin.ts';
import { type FeedbackParts, posts, RETRY_LATER } from './posts.ts';
import { type Form, readForm } from './read-form.ts';
import { Refusal } from './refusal.ts';
import { type PageContent, type PageForm, resultPage } from './result-page.ts';
import type { ServiceName } from './settings.ts';
import { StoreUnavailable } from './store.ts';
import { tokenOf, tokenPages } from './token-pages.ts';
import { said } from './wordings.ts';

/** The longest form, in bytes: a comment of the greatest length with every letter escaped, and some more. */
export const FORM_LIMIT = 24 * 1024;

/** How often expired records are deleted, in milliseconds. */
const SWEEP = 3_600_000;

/** The forms of the site, answered. */
export interface Feedback {
	/** Answers what is asked below `/feedback`; `address` is the client's, which is counted by and forgotten. */
	answer(request: Request, address: string): Promise<Response>;
	/** Settles once what had expired before is deleted, or could not be. */
	begun: Promise<void>;
	/** Stops deleting what expires and lets go of the database and the mail server. */
	close(): Promise<void>;
}

/**
 * Makes what answers the forms: `rating`, `comment` and `subscription` are posted to, `confirm` and `unsubscribe` are
 * where mails lead. A page's script is answered with JSON; without script a form leads back to its page, and what goes
 * wrong is a small page that still holds what was written.
 */
export function createFeedback(parts: FeedbackParts): Feedback {
	const { settings, store, mailer, styleSheets, onError, now = () => new Date() } = parts;
	const limits = createLimits(now);

	async function sweep(): Promise<void> {
		await store.use((database) => deleteExpired(database, now())).catch(onError);
	}
	const begun = sweep();
	const timer = setInterval(sweep, SWEEP).unref();

	async function answer(request: Request, address: string): Promise<Response> {
		const name = new URL(request.url).pathname.split('/').slice(2).join('/');
		const service = [...settings.services].find((known) => known === name);
		const isPost = request.method === 'POST';
		const tell = (content: PageContent, status = 200, headers = {}) =>
			new Response(request.method === 'HEAD' ? null : resultPage(content, styleSheets()), {
				status,
				headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
			});

		function refuse(error: unknown, form?: Form): Response {
			const refusal = refusalOf(error, onError);
			const { status, message, headers } = refusal;
			if (wantsJson(request)) return problem(refusal);
			const page = form && pageOf(form, parts.isPage);
			const back = page ? { back: page } : {};
			const again = form && service ? { form: retryForm(service, form) } : {};
			return tell({ title: 'That did not work', message, ...back, ...again }, status, headers);
		}

		async function answerForm(known: ServiceName): Promise<Response> {
			let form: Form | undefined;
			try {
				if (!isPost) throw new Refusal(405, 'This address takes forms.', { allow: 'POST' });
				requireSameOrigin(request, settings.siteUrl);
				form = await readForm(request);
				take(known, address);
				const { page, fragment, id } = await posts[known](form, request, parts, now());
				if (wantsJson(request))
					return Response.json({ message: said[fragment], fragment, ...(id ? { id } : {}) }, NO_STORE);
				// Relative, so that it holds below any base path.
				return new Response(null, { status: 303, headers: { location: `..${page}#${fragment}`, ...NO_STORE.headers } });
			} catch (error) {
				return refuse(error, form);
			}
		}

		async function answerToken({ ask, act }: (typeof tokenPages)[string]): Promise<Response> {
			try {
				if (!isPost && request.method !== 'GET' && request.method !== 'HEAD')
					throw new Refusal(405, 'This address is opened, or its button pressed.', { allow: 'GET, HEAD, POST' });
				const token = tokenOf(request);
				if (!isPost) {
					const { button, ...content } = ask;
					return tell({ ...content, form: { action: `${name}?token=${token}`, button, hidden: {} } });
				}
				// The token says who may: mail programs press the button too (RFC 8058), from wherever they are.
				take('token', address);
				return tell(await act(token, parts, now()));
			} catch (error) {
				return refuse(error);
			}
		}

		const tokenPage = Object.hasOwn(tokenPages, name) && settings.services.has('subscription') && tokenPages[name];
		if (service) return answerForm(service);
		if (tokenPage) return answerToken(tokenPage);
		return refuse(new Refusal(404, 'There is no such form here.'));
	}

	function take(what: Limited, address: string): void {
		const seconds = limits.take(address, what);
		if (seconds > 0)
			throw new Refusal(429, `That was a little often. Please try again in ${Math.ceil(seconds / 60)} minutes.`, {
				'retry-after': String(seconds),
			});
	}

	return {
		answer,
		begun,
		async close() {
			clearInterval(timer);
			mailer?.close();
			await store.close();
		},
	};
}

/** The page that a refused form came from, if it is one. */
function pageOf(form: Form, isPage: (path: string) => boolean): string | undefined {
	try {
		return readPage(form, isPage);
	} catch (error) {
		if (error instanceof Refusal) return undefined;
		throw error;
	}
}

const NO_STORE = { headers: { 'cache-control': 'no-store' } };

function wantsJson({ headers }: Request): boolean {
	return headers.get('accept')?.includes('application/json') ?? false;
}

/** What to tell of an error; anything but a refusal is told to `onError` in full. Throws what nobody expected. */
function refusalOf(error: unknown, onError: (error: unknown) => void): Refusal {
	if (error instanceof Refusal) return error;
	if (!(error instanceof StoreUnavailable)) throw error;
	onError(error);
	return new Refusal(
		503,
		'It could not be kept just now: our database does not answer. Please try again in a minute.',
		RETRY_LATER,
	);
}

/** The error as problem details (RFC 9457). */
function problem({ status, message, headers }: Refusal): Response {
	return Response.json(
		{ type: 'about:blank', title: 'The form was not taken', status, detail: message },
		{ status, headers: { ...headers, ...NO_STORE.headers, 'content-type': 'application/problem+json' } },
	);
}

/** The form once more, with what was filled in. */
function retryForm(service: ServiceName, form: Form): PageForm {
	const kept = ['page', 'rating', 'email', 'consent'].filter((name) => form.has(name));
	const hidden = Object.fromEntries(kept.map((name) => [name, form.get(name) ?? '']));
	const comment = form.get('comment');
	return {
		action: service,
		button: 'Try again',
		hidden,
		...(comment === undefined ? {} : { text: { name: 'comment', label: 'Your comment', value: comment } }),
	};
}
