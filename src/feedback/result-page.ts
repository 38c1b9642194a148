import { escapeHtml } from './html.ts';

/** A form that a page offers: a button, and what it sends along. */
export interface PageForm {
	/** Relative to the page. */
	action: string;
	button: string;
	/** What is sent along unseen. */
	hidden: Readonly<Record<string, string>>;
	/** A text that can still be changed. */
	text?: { name: string; label: string; value: string };
}

/** What a page says. */
export interface PageContent {
	title: string;
	message: string;
	form?: PageForm;
	/** The path, from the site's root, of the page to go back to. */
	back?: string;
}

/**
 * A small page of the forms' own, dressed in the site's style sheets (addresses). Whatever anybody sent is text in it,
 * and its addresses are relative, so that they hold below any base path.
 */
export function resultPage({ title, message, form, back }: PageContent, styleSheets: readonly string[]): string {
	const links = styleSheets.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join('');
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><link rel="icon" href="../favicon.svg">
<title>${escapeHtml(title)}</title>${links}</head>
<body class="feedback-page"><main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(message)}</p>
${form ? formHtml(form) : ''}<p><a href="..${escapeHtml(back ?? '/')}">${back ? 'Back to the page' : 'To the documentation'}</a></p>
</main></body>
</html>
`;
}

function formHtml({ action, button, hidden, text }: PageForm): string {
	const fields = Object.entries(hidden).map(
		([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
	);
	// A line feed right behind the tag is not part of what is in it.
	const area = text
		? `<label for="text">${escapeHtml(text.label)}</label><textarea id="text" name="${escapeHtml(text.name)}" rows="5">\n${escapeHtml(text.value)}</textarea>`
		: '';
	return `<form method="post" action="${escapeHtml(action)}">${fields.join('')}${area}<button>${escapeHtml(button)}</button></form>\n`;
}
