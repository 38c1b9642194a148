import './choice.ts';
import './copy.ts';
import './install-line.ts';
import './line-links.ts';
import './tools.ts';
import './answers.ts';
import './feedback.ts';
import './search-button.ts';
import './theme.ts';
import './try-it.ts';

// Of a long navigation the current page should be in sight.
const current = document.querySelector('.sidebar-pane [aria-current]');
const pane = current?.closest('.sidebar-pane');
if (current && pane) {
	const offset = current.getBoundingClientRect().top - pane.getBoundingClientRect().top;
	if (offset > pane.clientHeight - 80) pane.scrollTop = offset - pane.clientHeight / 2;
}
