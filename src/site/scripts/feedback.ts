/** What the server says of a form: done, or as problem details. */
interface Answer {
	message?: string;
	detail?: string;
	fragment?: string;
	id?: string;
}

/** Sends a form without leaving the page, says what became of it, and keeps the focus there. */
async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
	if (form.ariaBusy) return;
	form.ariaBusy = 'true';
	const status = form.querySelector('[role=status]');
	const body = new URLSearchParams(new FormData(form, submitter) as unknown as Record<string, string>);
	let answer: Answer = {};
	try {
		const response = await fetch(form.action, { method: 'POST', headers: { accept: 'application/json' }, body });
		answer = await response.json();
	} catch {
		// No connection, or an answer that is none: said below, and what was written still stands there.
	}
	form.ariaBusy = null;
	if (status) status.textContent = answer.message ?? answer.detail ?? 'It could not be sent. Please try again later.';
	if (answer.message) done(form, submitter, body, answer);
}

function done(
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	body: URLSearchParams,
	{ fragment, id }: Answer,
): void {
	const rating = body.get('rating');
	if (!id || !rating) {
		const status = form.querySelector<HTMLElement>('[role=status]');
		// What had the focus goes away; the next step is from the words that take its place.
		status?.setAttribute('tabindex', '-1');
		form.dataset.done = '';
		status?.focus();
		return;
	}
	for (const star of form.querySelectorAll('button')) star.ariaPressed = String(star === submitter);
	keep(form, 'replaces', id);
	const comment = document.querySelector<HTMLFormElement>('#improve');
	if (comment) keep(comment, 'rating', rating);
	comment?.toggleAttribute('data-open', fragment === 'improve');
}

/** Lets a form send one thing more. */
function keep(form: HTMLFormElement, name: string, value: string): void {
	const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement('input');
	Object.assign(field, { type: 'hidden', name, value });
	form.append(field);
}

document.addEventListener('submit', (event) => {
	const form = event.target as HTMLFormElement;
	if (!form.closest('.feedback')) return;
	event.preventDefault();
	void send(form, event.submitter);
});
