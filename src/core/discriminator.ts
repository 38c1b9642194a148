import { asList, asObject, type Document, isObject, type Json } from './document.ts';

/**
 * A schema whose discriminator's property names the choice that was taken: by the mapping, by the value that its own
 * schema states, or by the choice's component. `base` is the schema that has the discriminator, if any.
 */
export function withChoiceNamed(document: Document, schema: Json, base: Json, choice: unknown): Json {
	const { propertyName, mapping } = asObject(base.discriminator);
	const reference = isObject(choice) && typeof choice.$ref === 'string' ? choice.$ref : undefined;
	if (typeof propertyName !== 'string' || reference === undefined) return schema;
	const component = reference.slice(reference.lastIndexOf('/') + 1);
	const mapped = Object.entries(asObject(mapping)).find(([, target]) => target === reference || target === component);
	const properties = asObject(schema.properties);
	const property = Object.hasOwn(properties, propertyName) ? document.resolve(properties[propertyName]) : {};
	const value = mapped?.[0] ?? statedName(property, component);
	return { ...schema, properties: { ...properties, [propertyName]: { ...property, const: value } } };
}

/** What the property may be called by its own schema, the component's name among them or spelt as it is there. */
function statedName(property: Json, component: string): unknown {
	if (property.const !== undefined) return property.const;
	const names = asList(property.enum);
	const spelt = names.find((name) => String(name).toLowerCase() === component.toLowerCase());
	return spelt ?? names[0] ?? property.default ?? component;
}
