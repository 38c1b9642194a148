import type { Gap, Sample } from '../../core/sample.ts';
import type { Answer, Endpoint } from '../model/endpoint.ts';
import { issuesOf } from '../model/known-notes.ts';
import { languages } from '../model/languages.ts';
import { type Fact, type Property, type Shape, valueText } from '../model/schema-shape.ts';
import { fence, installBlocks, table } from './blocks.ts';

/** The page of a task as Markdown: all that its HTML says, every sample included. */
export function operationMarkdown(endpoint: Endpoint): string {
	const { task, consequence, undo, success } = endpoint;
	const { operation } = task;
	const blocks = [
		`# ${task.title}`,
		operation.deprecated && '**This operation is deprecated.**',
		task.description,
		'## API Endpoint',
		fence('http', `${operation.method} ${operation.server}${operation.path}`),
		consequence,
		undo && `To undo it: ${undo.description}`,
		endpoint.authorization && `Authorization: ${endpoint.authorization}`,
		endpoint.pathParameters.length > 0 && `## Path parameters\n\n${propertyTable(endpoint.pathParameters)}`,
		...endpoint.sdkIdentifiers.map(
			({ name, description, insteadOf }) =>
				`The SDKs take \`${name}\` in place of ${insteadOf.map((given) => `\`${given}\``).join(' and ')}${description ? `: ${description}` : '.'}`,
		),
		'## Arguments',
		endpoint.arguments.length === 0 && 'No arguments need to be passed.',
		...endpoint.arguments.flatMap(({ title, description, rows }) => [`### ${title}`, description, propertyTable(rows)]),
		'## Returns',
		success?.description,
		success?.shape && success.shape.properties.length > 0 && propertyTable(success.shape.properties),
		'## Response',
		...endpoint.answers.flatMap(answerBlocks),
		'## Example Request',
		...(endpoint.api.samples.get(task.id) ?? []).flatMap((made) => sampleBlocks(endpoint, made)),
		endpoint.documentSamples.length > 0 && '## Samples of the OpenAPI document\n\nNone of them was proven.',
		...endpoint.documentSamples.flatMap(({ label, grammar, code }) => [`### ${label}`, fence(grammar, code)]),
	];
	return `${blocks.filter((block) => typeof block === 'string').join('\n\n')}\n`;
}

function answerBlocks({ status, description, remedy, examples }: Answer): (string | undefined)[] {
	return [
		`### HTTP Status Code: ${status}`,
		description,
		remedy && `What to do: ${remedy}`,
		...examples.flatMap(({ summary, text, grammar }) => [
			examples.length > 1 && summary ? `${summary}:` : undefined,
			fence(grammar, text),
		]),
	];
}

function sampleBlocks({ api }: Endpoint, made: Sample | Gap): string[] {
	const language = languages.find(({ id }) => id === made.language);
	const versions = api.styles.filter(({ id }) => id !== 'http').map(({ label }) => label);
	const style = api.styles.find(({ id }) => id === made.style)?.label ?? versions.join(' and ');
	const heading = `### ${language?.label ?? made.language}, ${style}`;
	if ('reason' in made) return [heading, `Not available: ${made.reason}`];
	const proof = api.proofs.get(made);
	return [
		heading,
		...(made.package ? installBlocks(made.package) : [`Uses ${language?.httpClient}.`]),
		fence(language?.grammar ?? '', made.code),
		...(proof ? [proof.sentence] : []),
		...made.drops.map(({ value, reason }) => `- \`${value}\` is not sent: ${reason}`),
		...made.notes.map((note) => `- ${note}`),
		...issuesOf(api, made).map((issue) => `- Known issue: ${issue}`),
	];
}

/** Properties as a table, nested ones by their path: `number_priority[].country_iso`. */
function propertyTable(rows: readonly Property[]): string {
	return table(
		['Name', 'Type', 'Required', 'Description'],
		rows.flatMap((row) => propertyRows(row, row.name)),
	);
}

function propertyRows({ required, deprecated, shape }: Property, path: string): string[][] {
	const text = [deprecated && 'Deprecated.', shape.description, ...shape.facts.map(factText)].filter(Boolean).join(' ');
	const type = shape.format ? `${shape.type} (${shape.format})` : shape.type;
	const inner = shape.type.startsWith('array') ? `${path}[]` : path;
	const nested = [shape, ...shape.alternatives].flatMap(({ properties }: Shape) => properties);
	return [
		[`\`${path}\``, type, required ? 'yes' : 'no', text],
		...nested.flatMap((property) => propertyRows(property, `${inner}.${property.name}`)),
	];
}

function factText({ label, text, values }: Fact): string {
	return `${label}: ${text ?? (values ?? []).map((value) => `\`${value || valueText('')}\``).join(', ')}.`;
}
