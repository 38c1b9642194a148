import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, linter, lintKeymap } from '@codemirror/lint';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Operation } from '../../../core/operation.ts';
import { answerSchema } from '../answer/answer-schema.ts';
import { checkSchema } from '../answer/check-schema.ts';
import { bodyMediaType } from './fields.ts';

/** An editor of JSON that stands in a page. */
export interface JsonEditor {
	setText(text: string): void;
	close(): void;
}

/** The page's own colours; its variables reach into the editor. */
const COLOURS = HighlightStyle.define([
	{ tag: tags.propertyName, color: 'var(--code-function)' },
	{ tag: tags.string, color: 'var(--code-string)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--code-constant)' },
]);

const LOOK = EditorView.theme({
	'&': { color: 'var(--ink)', background: 'var(--paper)', fontSize: 'var(--mono-size)' },
	'&.cm-focused': { outline: '2px solid var(--accent)' },
	'.cm-scroller': { fontFamily: 'var(--sl-font-mono)', maxHeight: '20rem' },
	'.cm-gutters': {
		color: 'var(--code-number)',
		background: 'var(--paper-sunken)',
		borderRight: '1px solid var(--line)',
	},
	'.cm-cursor': { borderLeftColor: 'var(--ink)' },
	'.cm-tooltip': { color: 'var(--ink)', background: 'var(--paper-raised)', border: '1px solid var(--line-strong)' },
	'.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { background: 'var(--accent-paper)' },
});

/** Opens an editor for an operation's body. What breaks JSON, or departs from the schema, is marked where it stands. */
export function openJsonEditor(
	parent: HTMLElement,
	operation: Operation,
	text: string,
	onText: (text: string) => void,
): JsonEditor {
	const schema = answerSchema(operation.document, bodyMediaType(operation)?.schema ?? {}, 'request');
	const syntax = jsonParseLinter();
	const diagnostics = (view: EditorView): Diagnostic[] => {
		const faults = syntax(view);
		return faults.length > 0 ? faults : departures(schema, view.state.doc.toString());
	};
	// In a shadow root its styles are adopted sheets, which the page's content security policy allows.
	const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
	const view = new EditorView({
		parent: root,
		root,
		state: EditorState.create({
			doc: text,
			extensions: [
				lineNumbers(),
				foldGutter(),
				history(),
				indentOnInput(),
				bracketMatching(),
				json(),
				syntaxHighlighting(COLOURS),
				LOOK,
				linter(diagnostics, { delay: 200 }),
				// Tab leaves the editor, as everywhere in a form.
				keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
				EditorView.contentAttributes.of({ 'aria-label': 'body as JSON' }),
				EditorView.updateListener.of((update) => {
					const isTyped = update.transactions.some((each) => each.annotation(Transaction.userEvent) !== undefined);
					if (update.docChanged && isTyped) onText(update.state.doc.toString());
				}),
			],
		}),
	});
	return {
		setText(next) {
			if (next === view.state.doc.toString()) return;
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
		},
		close: () => view.destroy(),
	};
}

/** Where a text departs from its schema, as places in the text. */
function departures(schema: object, text: string): Diagnostic[] {
	const tree = parseTree(text);
	return checkSchema(schema, text).map(({ path, message }): Diagnostic => {
		const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
		const node = tree && (findNodeAtLocation(tree, steps) ?? findNodeAtLocation(tree, path));
		const from = node?.offset ?? 0;
		return { from, to: from + (node?.length ?? text.length), severity: 'warning', message };
	});
}
