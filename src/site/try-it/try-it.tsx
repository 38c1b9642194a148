import { useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../core/problem.ts';
import inputStyles from '../styles/inputs.css?url';
import styles from '../styles/try-it.css?url';
import { Answer } from './answer/answer.tsx';
import { BodyAsJson } from './form/body-as-json.tsx';
import { isJsonBody } from './form/body-schema.ts';
import { Choice } from './form/choice.tsx';
import { consequenceOf } from './form/consequence-of.ts';
import { copyAs } from './form/copy-as.ts';
import { FieldGroups } from './form/field-groups.tsx';
import type { FieldPlace } from './form/fields.ts';
import { FormButtons } from './form/form-buttons.tsx';
import { toFragment } from './form/form-link.ts';
import { exampleNames, exampleValues } from './form/form-values.ts';
import { useForm } from './form/use-form.ts';
import type { HistoryEntry } from './history/history-entry.ts';
import type { PageModel } from './live/page-model.ts';
import { loadStyles } from './load-styles.ts';
import type { Outgoing } from './send/exchange.ts';
import { toOutgoing } from './send/outgoing.ts';
import { resetMock } from './send/reset-mock.ts';
import type { Target } from './send/target.ts';
import { useExchange } from './send/use-exchange.ts';
import { usePart } from './use-part.tsx';

loadStyles(inputStyles);
loadStyles(styles);

interface Props {
	model: PageModel;
	/** At least one. */
	targets: readonly [Target, ...Target[]];
	languages: readonly { id: string; label: string }[];
	/** The site's base path, without a slash at its end. */
	base: string;
}

/** The form of a task, what it sends, and what came of it. */
export function TryIt({ model, targets, languages, base }: Props) {
	const { api, task, fields } = model;
	const form = useRef<HTMLFormElement>(null);
	const [targetId, setTarget] = useState(targets[0].id);
	const target = targets.find(({ id }) => id === targetId) ?? targets[0];
	const state = useForm(model, target);
	const { exchange, entries, go, ...exchanges } = useExchange(`${base}/try/send`);
	const files = useRef(new Map<string, readonly File[]>());
	const [asked, ask] = useState<Outgoing>();
	const [problem, tellProblem] = useState<string>();
	const [isJson, setJson] = useState(false);
	const [said, say] = useState('');
	const History = usePart(entries.length > 0, async () => (await import('./history/history.tsx')).History);
	const Consequence = usePart(asked !== undefined, async () => (await import('./form/consequence.tsx')).Consequence);
	const consequence = target.way === 'mock' ? undefined : consequenceOf(task.operation);
	const examples = exampleNames(task);

	/** The request as the form has it now; what is wrong with it is told, and the field that is wrong has the focus. */
	function ready(): Outgoing | undefined {
		tellProblem(undefined);
		if (state.check()) {
			// The field is marked in the next frame.
			requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
			return undefined;
		}
		try {
			return toOutgoing(model, target, state.values, state.credentials, files.current);
		} catch (error) {
			if (!(error instanceof ProblemError)) throw error;
			tellProblem([error.problem.message, error.problem.hint].filter(Boolean).join(' '));
			return undefined;
		}
	}

	function start(outgoing: Outgoing): void {
		const { values, credentials } = state;
		const page = location.pathname;
		void go(outgoing, { api: api.name, task: task.id, page, operation: task.operation, values, credentials });
	}

	function submit(event: Event): void {
		event.preventDefault();
		const outgoing = ready();
		if (outgoing && consequence) ask(outgoing);
		else if (outgoing) start(outgoing);
	}

	/** Fills the form as it was for a request of before, with the credentials that it has now, and sends that. */
	function replay({ values, way }: Pick<HistoryEntry, 'values' | 'way'>): void {
		const again = targets.find((each) => each.way === way);
		if (again && target.way !== way) setTarget(again.id);
		state.fill({ ...state.typedCredentials, ...values });
		requestAnimationFrame(() => form.current?.requestSubmit());
	}

	async function copyLink(): Promise<void> {
		const url = new URL(location.href);
		url.hash = toFragment(state.typed, fields);
		try {
			await navigator.clipboard.writeText(url.href);
			say('Copied a link to these values, without credentials.');
		} catch {
			say('The browser did not allow to copy.');
		}
	}

	async function startOver(): Promise<void> {
		const outgoing = ready();
		if (outgoing) say(await resetMock(base, outgoing));
	}

	const isWhole = (place: FieldPlace) => place === 'body' && isJson;
	return (
		<>
			<form ref={form} class="try-form" noValidate autocomplete="off" onSubmit={submit}>
				{targets.length > 1 && <Choice label="Send to" value={target.id} options={targets} onChange={setTarget} />}
				{examples.length > 1 && (
					<Choice
						label="Start from"
						value=""
						options={[
							{ id: '', label: 'An example…' },
							...examples.map(({ name, summary }) => ({ id: name, label: summary ?? name })),
						]}
						onChange={(name) => name && state.fill(exampleValues(task, name))}
					/>
				)}
				<FieldGroups
					fields={fields}
					textOf={state.textOf}
					faultOf={state.faultOf}
					onText={state.setText}
					onFiles={(field, chosen) => {
						files.current.set(field.label, chosen);
						const names = chosen.map(({ name }) => name);
						state.setText(field, field.multiple ? (names.length > 0 ? JSON.stringify(names) : '') : (names[0] ?? ''));
					}}
					beside={(place) =>
						place === 'body' &&
						isJsonBody(task.operation) && (
							<button type="button" class="plain" aria-pressed={isJson} onClick={() => setJson(!isJson)}>
								Edit as JSON
							</button>
						)
					}
					instead={(place) =>
						isWhole(place) && <BodyAsJson operation={task.operation} text={state.bodyJson} onText={state.setBodyJson} />
					}
				/>
				{problem && (
					<p class="notice" role="alert">
						{problem}
					</p>
				)}
				{consequence && <p class="notice">{consequence.description}</p>}
				<FormButtons
					onReset={() => state.fill({})}
					onCopyLink={() => void copyLink()}
					{...(target.way === 'mock' ? { onResetMock: () => void startOver() } : {})}
				/>
				<p role="status" class="try-said">
					{said}
				</p>
			</form>
			<Answer
				exchange={exchange}
				operation={task.operation}
				languages={languages}
				onCancel={exchanges.cancel}
				onReplay={({ id }) => {
					const entry = entries.find((each) => each.id === id);
					if (entry) replay(entry);
				}}
				onCopy={(id) => copyAs(model, id, target, state)}
			/>
			{History && (
				<History
					entries={entries}
					here={{ api: api.name, task: task.id }}
					hasAnswer={exchanges.hasAnswer}
					addressOf={({ page, values }) => page + toFragment(values, [])}
					onShow={({ id }) => exchanges.show(id)}
					onReplay={replay}
					onClear={exchanges.clear}
				/>
			)}
			{Consequence && asked && consequence && (
				<Consequence
					description={consequence.description}
					outgoing={asked}
					onAnswer={(goOn) => {
						ask(undefined);
						if (goOn) start(asked);
					}}
				/>
			)}
		</>
	);
}
