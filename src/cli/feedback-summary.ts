import type { FeedbackRecord } from '../feedback/records.ts';

/** What readers sent, for people: each page with its ratings, the worst first, then the comments, then who subscribed. */
export function feedbackSummary(records: readonly FeedbackRecord[]): string {
	const ratings = Map.groupBy(
		records.filter(({ kind }) => kind === 'rating'),
		({ page }) => page,
	);
	const pages = [...ratings].map(([page, all]) => {
		const mean = all.reduce((sum, { rating }) => sum + (rating ?? 0), 0) / all.length;
		return { page, mean, count: all.length };
	});
	const comments = records.filter(({ kind }) => kind === 'comment');
	const subscriptions = records.filter(({ kind }) => kind === 'subscription');
	const confirmed = subscriptions.filter(({ confirmed_at }) => confirmed_at !== null).length;
	return [
		`Ratings: ${count(records, 'rating')}`,
		...pages
			.sort((a, b) => a.mean - b.mean)
			.map((page) => `  ${page.mean.toFixed(1)} of 5  ${String(page.count).padStart(5)}  ${page.page}`),
		`Comments: ${comments.length}`,
		...comments.flatMap(({ created_at, page, rating, comment }) => [
			`  ${created_at.slice(0, 16).replace('T', ' ')}  ${page}${rating === null ? '' : `  (${rating} of 5)`}`,
			...(comment ?? '').split('\n').map((line) => `    ${line}`),
		]),
		`Subscriptions: ${confirmed} confirmed, ${subscriptions.length - confirmed} not yet`,
		'',
	].join('\n');
}

function count(records: readonly FeedbackRecord[], kind: FeedbackRecord['kind']): number {
	return records.filter((record) => record.kind === kind).length;
}
