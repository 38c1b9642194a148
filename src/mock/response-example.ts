import { type Options, sample } from 'openapi-sampler';
import type { Document } from '../core/document.ts';
import type { Example, MediaType } from '../core/operation.ts';
import { createSchemaCopy } from './schema-copy.ts';

/** The examples that a response can be answered with: the documented ones, or one sampled from the schema, always the same. */
export function responseExamples(document: Document, media: MediaType): Example[] {
	if (media.examples.length > 0 || media.schema === undefined) return media.examples;
	const { copy, components } = createSchemaCopy(document, 'source');
	const schema = copy(media.schema) as Parameters<typeof sample>[0];
	const options: Options = { skipWriteOnly: true, quiet: true };
	const value = sample(schema, options, { components: { schemas: components } });
	return value === undefined ? [] : [{ name: 'sampled', value }];
}
