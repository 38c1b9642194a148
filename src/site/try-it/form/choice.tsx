import { useUniqueId } from '../use-unique-id.ts';

interface Props {
	label: string;
	value: string;
	options: readonly { id: string; label: string }[];
	onChange(id: string): void;
}

/** One of a few things, by its name. */
export function Choice({ label, value, options, onChange }: Props) {
	const id = useUniqueId();
	return (
		<p class="try-choice">
			<label for={id}>{label}</label>
			<select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
				{options.map((option) => (
					<option key={option.id} value={option.id}>
						{option.label}
					</option>
				))}
			</select>
		</p>
	);
}
