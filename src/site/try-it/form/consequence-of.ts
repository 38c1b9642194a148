import { asObject, asText } from '../../../core/document.ts';
import type { Operation } from '../../../core/operation.ts';

/** What a real call does that cannot simply be taken back, as the document says (`x-consequence`). */
export function consequenceOf(operation: Operation): { kind: string; description: string } | undefined {
	const said = asObject(operation.source['x-consequence']);
	const description = asText(said.description);
	return description ? { kind: asText(said.kind) ?? '', description } : undefined;
}
