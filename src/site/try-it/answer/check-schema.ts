import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { pointerTokens } from '../../../core/document.ts';

/** Where a body departs from its schema. */
export interface Violation {
	/** The value's place in the body, as the names and indices that lead to it. */
	path: string[];
	message: string;
}

/** Keywords whose complaint only says that something inside is wrong, which has a complaint of its own. */
const OUTER =
	/^(\$ref|allOf|properties|patternProperties|additionalProperties|items|prefixItems|propertyNames|dependentSchemas|unevaluatedProperties|unevaluatedItems|then|else|if)$/;

/** How a body departs from a schema, each place once. `schema` is one of `answerSchema`; nothing of it is compiled. */
export function checkSchema(schema: object, text: string): Violation[] {
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		return [{ path: [], message: 'It is no JSON.' }];
	}
	const { errors } = new Validator(schema, '2020-12', false).validate(body);
	// What is said inside of alternatives belongs to alternatives that were not meant.
	const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
	const inChoice = ({ keywordLocation }: OutputUnit) =>
		choices.some((choice) => keywordLocation.startsWith(`${choice.keywordLocation}/`));
	const said = new Set<string>();
	const violations: Violation[] = [];
	for (const error of errors) {
		if (OUTER.test(error.keyword) || inChoice(error)) continue;
		const violation = { path: pointerTokens(error.instanceLocation.slice(1)), message: sentence(error) };
		const key = JSON.stringify(violation);
		if (!said.has(key)) violations.push(violation);
		said.add(key);
	}
	return violations;
}

function sentence({ keyword, error }: OutputUnit): string {
	if (keyword === 'false') return 'The documentation has no such value in an answer.';
	if (keyword === 'anyOf' || keyword === 'oneOf') return 'It fits none of the documented alternatives, or several.';
	return error
		.replace(/^Instance type "(.+)" is invalid\. Expected (.+)\.$/, 'It is of type $1; documented is $2.')
		.replace(/^Instance does not have required property/, 'It lacks the required property')
		.replace(/^Instance/, 'It')
		.replaceAll('"', '`');
}
