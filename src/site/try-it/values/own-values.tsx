import { useState } from 'preact/hooks';
import inputStyles from '../../styles/inputs.css?url';
import styles from '../../styles/own-values.css?url';
import type { Field } from '../form/fields.ts';
import type { PageModel } from '../live/page-model.ts';
import { loadStyles } from '../load-styles.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { keep, pageValues } from './page-values.ts';
import { useValues } from './use-values.ts';

loadStyles(inputStyles);
loadStyles(styles);

/** The reader's own values for all samples of all pages: credentials, and the names of her own things. */
export function OwnValues({ model }: { model: PageModel }) {
	const { kept } = useValues();
	const { values, environment, remembered } = kept;
	const isEmpty = Object.keys(values).length === 0 && !environment;
	const hasSecrets = model.ownFields.some(({ place }) => place === 'credential');
	const set = (name: string, text: string) => {
		// Two fields may change before the next frame draws this anew.
		const now = pageValues().kept;
		const { [name]: _, ...others } = now.values;
		keep({ ...now, values: text === '' ? others : { ...others, [name]: text } });
	};
	if (model.ownFields.length === 0) return <p>These samples need no value of your own.</p>;
	return (
		<form autocomplete="off" onSubmit={(event) => event.preventDefault()}>
			<div class="own-fields">
				{model.ownFields.map((field) => (
					<OwnValue
						key={field.name}
						field={field}
						text={values[field.name] ?? ''}
						disabled={environment && field.place === 'credential'}
						onText={(text) => set(field.name, text)}
					/>
				))}
			</div>
			{hasSecrets && (
				<Check checked={environment} onChange={(on) => keep({ ...kept, environment: on })}>
					Read credentials from the environment
				</Check>
			)}
			<Check checked={remembered} onChange={(on) => keep({ ...kept, remembered: on })}>
				Remember on this device
			</Check>
			<p class="own-note">
				{remembered
					? 'Kept on this device until you clear them. They are sent nowhere.'
					: 'Kept until you close this tab. They are sent nowhere.'}
				<button
					type="button"
					class="plain"
					disabled={isEmpty}
					onClick={() => keep({ values: {}, environment: false, remembered: false })}
				>
					Clear
				</button>
			</p>
		</form>
	);
}

interface OwnValueProps {
	field: Field;
	text: string;
	disabled: boolean;
	onText: (text: string) => void;
}

function OwnValue({ field, text, disabled, onText }: OwnValueProps) {
	const id = useUniqueId();
	const [isShown, show] = useState(false);
	const isSecret = field.input === 'secret';
	return (
		<div class="own-field">
			<label for={id}>{field.label}</label>
			<input
				id={id}
				type={(isSecret && !isShown ? 'password' : 'text') as 'text'}
				value={text}
				disabled={disabled}
				autocomplete="off"
				spellcheck={false}
				placeholder={`<${field.label}>`}
				onInput={({ currentTarget }) => onText(currentTarget.value)}
			/>
			{isSecret && (
				<button type="button" class="plain" aria-pressed={isShown} onClick={() => show(!isShown)}>
					Show<span class="sr-only"> {field.label}</span>
				</button>
			)}
		</div>
	);
}

interface CheckProps {
	checked: boolean;
	onChange: (checked: boolean) => void;
	children: string;
}

function Check({ checked, onChange, children }: CheckProps) {
	return (
		<label class="own-check">
			<input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
			{children}
		</label>
	);
}
