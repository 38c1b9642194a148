import { asObject, isObject, type Json } from '../../core/document.ts';
import { toJsonText, toValue } from '../../core/value.ts';
import type { SiteApi, Tag } from './apis.ts';
import { tagFragment } from './links.ts';
import { readShape, type Shape } from './schema-shape.ts';

/** The object that a resource's operations speak about: `Powerpack` of the tag "Powerpack". */
export interface ApiObject {
	tag: Tag;
	/** The last part of the page's address. */
	path: string;
	title: string;
	shape: Shape;
	/** JSON of one such object, from the documented answers. */
	example?: string;
}

/** The objects of an API: every tag that a schema bears the name of. */
export function objectsOf(api: SiteApi): ApiObject[] {
	const schemas = asObject(asObject(api.document.root.components).schemas);
	return api.tags.flatMap((tag): ApiObject[] => {
		const name = Object.keys(schemas).find((key) => letters(key) === letters(tag.name));
		if (!name || tag.name === '') return [];
		const shape = readShape(api.document, schemas[name]);
		if (shape.properties.length === 0) return [];
		const example = findExample(tag, shape);
		return [{ tag, path: tagFragment(tag.name), title: `${tag.name} object`, shape, ...(example ? { example } : {}) }];
	});
}

function letters(name: string): string {
	return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The first object in the documented answers that has all that the shape requires, without what is not its own. */
function findExample(tag: Tag, { properties }: Shape): string | undefined {
	const required = properties.filter((property) => property.required).map(({ name }) => name);
	const values = tag.tasks.flatMap(({ operation }) =>
		operation.responses.flatMap(({ mediaTypes }) => mediaTypes.flatMap(({ examples }) => examples)),
	);
	const objects = values.flatMap(({ value }) => [value, ...Object.values(asObject(value)).flat()]).filter(isObject);
	const whole = objects
		.filter((object) => required.every((name) => name in object))
		.sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0];
	if (!whole) return undefined;
	const own: Json = {};
	for (const { name } of properties) if (name in whole) own[name] = whole[name];
	return toJsonText(toValue(own), 2);
}
