import { FieldInput } from './field-input.tsx';
import type { Field, FieldPlace } from './fields.ts';

const TITLES: readonly [place: FieldPlace, title: string][] = [
	['credential', 'Credentials'],
	['path', 'Path'],
	['query', 'Query'],
	['header', 'Headers'],
	['cookie', 'Cookies'],
	['body', 'Body'],
];

interface Props {
	fields: readonly Field[];
	textOf(field: Field): string;
	/** What is to be said of a field now. */
	faultOf(field: Field): string | undefined;
	onText(field: Field, text: string): void;
	onFiles(field: Field, files: readonly File[]): void;
	/** Stands beside the title of a group. */
	beside(place: FieldPlace): preact.ComponentChildren;
	/** Takes the place of a group's fields. */
	instead(place: FieldPlace): preact.ComponentChildren;
}

/** The fields by the part of the request that they go to. */
export function FieldGroups({ fields, textOf, faultOf, onText, onFiles, beside, instead }: Props) {
	return TITLES.map(([place, title]) => {
		const own = fields.filter((field) => field.place === place);
		if (own.length === 0) return null;
		return (
			<fieldset key={place} class="try-group">
				<legend>{title}</legend>
				{beside(place)}
				{instead(place) ||
					own.map((field) => (
						<FieldInput
							key={field.name}
							field={field}
							text={textOf(field)}
							fault={faultOf(field)}
							onText={(text) => onText(field, text)}
							onFiles={(files) => onFiles(field, files)}
						/>
					))}
			</fieldset>
		);
	});
}
