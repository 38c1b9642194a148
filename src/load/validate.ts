import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';
import binding from './schemas/binding.schema.json' with { type: 'json' };
import config from './schemas/config.schema.json' with { type: 'json' };
import mock from './schemas/mock.schema.json' with { type: 'json' };
import profile from './schemas/profile.schema.json' with { type: 'json' };
import sdk from './schemas/sdk.schema.json' with { type: 'json' };
import type { SourceFile } from './source-file.ts';

const schemas = { sdk, profile, mock, config };

/** The files that the project has a JSON Schema for. */
export type SchemaName = keyof typeof schemas;

const compiled = new Map<SchemaName, ValidateFunction>();

function validator(name: SchemaName): ValidateFunction {
	const known = compiled.get(name);
	if (known) return known;
	const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, ownProperties: true });
	ajv.addSchema(binding);
	const made = ajv.compile(schemas[name]);
	compiled.set(name, made);
	return made;
}

/** Holds a file against its JSON Schema: one problem for each fault, at its place. */
export function validateFile(source: SourceFile, name: SchemaName): Problem[] {
	const validate = validator(name);
	if (validate(source.data)) return [];
	const errors = (validate.errors ?? []).filter(({ keyword }) => !['oneOf', 'anyOf', 'if', '$ref'].includes(keyword));
	const seen = new Set<string>();
	return (errors.length > 0 ? errors : (validate.errors ?? [])).flatMap((error) => {
		const problem = describe(source, error);
		const key = `${problem.place?.line}:${problem.place?.column}`;
		if (seen.has(key)) return [];
		seen.add(key);
		return [problem];
	});
}

function describe(source: SourceFile, error: ErrorObject): Problem {
	const params = error.params as Record<string, unknown>;
	const extra = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
	const where = error.instancePath || '/';
	if (typeof extra === 'string') {
		const known = fieldsOf(error.parentSchema as FieldSchema | undefined);
		return {
			severity: 'error',
			code: 'unknown-field',
			message: `"${extra}" is no field of ${where}.`,
			hint: known.length > 0 ? suggest(extra, known) : 'Correct the name, or remove it.',
			pointer: `${error.instancePath}/${extra}`,
			place: source.locate(`${error.instancePath}/${extra}`, true),
		};
	}
	const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : undefined;
	const missing = params.missingProperty;
	return {
		severity: 'error',
		code: 'invalid-field',
		message:
			typeof missing === 'string'
				? `${where} lacks "${missing}".`
				: `${where} ${error.message ?? 'is not as it should be'}.`,
		hint: allowed
			? suggest(String(error.data), allowed)
			: typeof missing === 'string'
				? `Add "${missing}".`
				: ((error.parentSchema as FieldSchema | undefined)?.description ?? 'See the schema in src/load/schemas.'),
		pointer: error.instancePath,
		place: source.locate(error.instancePath),
	};
}

interface FieldSchema {
	properties?: object;
	description?: string;
	$ref?: string;
}

/** The fields that a schema allows, its own and those of the definition it extends. */
function fieldsOf(parent: FieldSchema | undefined): string[] {
	const name = /#\/\$defs\/(\w+)$/.exec(parent?.$ref ?? '')?.[1];
	const extended = name ? (binding.$defs as Record<string, FieldSchema>)[name] : undefined;
	return [...Object.keys(parent?.properties ?? {}), ...Object.keys(extended?.properties ?? {})];
}
