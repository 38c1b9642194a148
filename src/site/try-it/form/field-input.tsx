import { useState } from 'preact/hooks';
import { useUniqueId } from '../use-unique-id.ts';
import type { Field } from './fields.ts';

interface Props {
	field: Field;
	text: string;
	/** What is wrong with the text; shown once the reader has typed or sent. */
	fault?: string;
	onText(text: string): void;
	onFiles(files: readonly File[]): void;
}

/** One field of the form: its name, its type, its input by that type, and what is wrong with it. */
export function FieldInput({ field, text, fault, onText, onFiles }: Props) {
	const id = useUniqueId();
	const { label, type, required, deprecated } = field;
	const described = [fault && `${id}-fault`].filter(Boolean).join(' ');
	return (
		<div class="try-field" data-invalid={fault !== undefined}>
			<label for={id}>
				<span class="try-name">{label}</span> <span class="try-type">{type}</span>
				{required && <span class="try-required"> required</span>}
				{deprecated && <span class="try-required"> deprecated</span>}
			</label>
			<Control
				field={field}
				text={text}
				onText={onText}
				onFiles={onFiles}
				shared={{
					id,
					'aria-invalid': fault ? 'true' : undefined,
					'aria-describedby': described || undefined,
					'aria-required': required || undefined,
				}}
			/>
			{fault && (
				<p class="try-fault" id={`${id}-fault`}>
					{fault}
				</p>
			)}
		</div>
	);
}

interface ControlProps {
	field: Field;
	text: string;
	onText(text: string): void;
	onFiles(files: readonly File[]): void;
	shared: {
		id: string;
		'aria-invalid': 'true' | undefined;
		'aria-describedby': string | undefined;
		'aria-required': boolean | undefined;
	};
}

function Control({ field, text, onText, onFiles, shared }: ControlProps) {
	const [isShown, show] = useState(false);
	const typed = { ...shared, value: text, autocomplete: 'off', spellcheck: false } as const;
	const onInput = ({ currentTarget }: { currentTarget: { value: string } }) => onText(currentTarget.value);
	switch (field.input) {
		case 'choice':
			return (
				<select {...shared} value={text} onChange={onInput}>
					{(!field.required || text === '') && <option value="">{field.required ? 'Choose…' : 'Not sent'}</option>}
					{field.options?.map((option) => (
						<option key={option} value={option}>
							{option}
						</option>
					))}
					{text !== '' && !field.options?.includes(text) && <option value={text}>{text}</option>}
				</select>
			);
		case 'json':
			return <textarea {...typed} rows={Math.min(8, Math.max(2, text.split('\n').length))} onInput={onInput} />;
		case 'secret':
			return (
				<span class="try-secret">
					<input {...typed} type={(isShown ? 'text' : 'password') as 'text'} onInput={onInput} />
					<button type="button" class="plain" aria-pressed={isShown} onClick={() => show(!isShown)}>
						Show<span class="sr-only"> {field.label}</span>
					</button>
				</span>
			);
		case 'file':
			return (
				<input
					{...shared}
					type="file"
					multiple={field.multiple}
					onChange={({ currentTarget }) => onFiles([...(currentTarget.files ?? [])])}
				/>
			);
		case 'integer':
			return <input {...typed} type="text" inputMode="numeric" onInput={onInput} />;
		case 'number':
			return <input {...typed} type="text" inputMode="decimal" onInput={onInput} />;
		case 'date':
			return <input {...typed} type="date" onInput={onInput} />;
		default:
			return <input {...typed} type="text" onInput={onInput} />;
	}
}
