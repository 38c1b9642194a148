import { isJsonMediaType, type Operation } from '../../../core/operation.ts';
import { bodyMediaType } from './fields.ts';

/** Whether the form's body is JSON, which can be written as a whole. */
export function isJsonBody(operation: Operation): boolean {
	const media = bodyMediaType(operation);
	return media !== undefined && isJsonMediaType(media.name);
}
