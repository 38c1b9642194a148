import type { Binding, Sdk, SdkProfile } from '../../src/core/binding.ts';
import { chooseValues } from '../../src/core/call.ts';
import { createDocument, type Json } from '../../src/core/document.ts';
import type { Overrides } from '../../src/core/overrides.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { type SdkArgument, type SdkCall, toSdkCall } from '../../src/core/sdk-call.ts';
import { listTasks } from '../../src/core/task.ts';
import { scalarText } from '../../src/core/value.ts';

/** A shop: a basket has to be fetched before anything is put into it. */
const root: Json = {
	openapi: '3.1.0',
	servers: [{ url: 'https://shop.example.com' }],
	security: [{ key: [] }],
	components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
	paths: {
		'/baskets/{basket_id}': {
			get: { operationId: 'getBasket', parameters: [pathParameter('basket_id')] },
		},
		'/baskets/{basket_id}/items/{item_id}': {
			put: {
				operationId: 'addItem',
				parameters: [
					pathParameter('basket_id'),
					pathParameter('item_id'),
					{ name: 'notify', in: 'query', schema: { type: 'boolean' } },
					{ name: 'currency', in: 'query', schema: { type: 'string' } },
				],
				requestBody: {
					content: {
						'application/json': {
							example: { count: 2, price: { amount: '1.50', tags: ['a', 'b'] } },
							schema: {
								properties: { count: { type: 'integer' }, price: { type: 'object' }, gift: { type: 'boolean' } },
							},
						},
					},
				},
			},
		},
	},
};

function pathParameter(name: string): Json {
	return { name, in: 'path', required: true, schema: { type: 'string' }, example: `${name}-1` };
}

const tasks = listTasks(readOperations(createDocument({ file: 'openapi.yaml', root })));

/** A binding of `addItem` that passes all that the document's example has. */
export const addItem: Binding = {
	on: 'Basket',
	path: ['line_items'],
	call: 'add_item',
	args: [{ value: 'item_id' }, { value: 'count' }, { value: 'price' }],
	options: [{ value: 'notify' }, { value: 'currency' }, { value: 'gift' }],
};

const getBasket: Binding = {
	on: 'client',
	path: ['baskets'],
	call: 'get',
	args: [{ value: 'basket_id' }],
	request: 'read',
};

/** The SDK that all languages share, with `addItem` as given. */
export function sdkWith(binding: Binding): Sdk {
	return {
		name: 'shop',
		styles: { v1: { label: 'Version 1' }, v2: { label: 'Version 2' } },
		tasks: {},
		types: { Basket: { obtain: 'getBasket', provides: ['basket_id'] } },
		bindings: { getBasket, addItem: binding },
		file: 'sdk.yaml',
		place: () => undefined,
	};
}

/** What one language's SDK says its own way. */
export function profileWith(own: Partial<SdkProfile> = {}): SdkProfile {
	return {
		language: 'lang',
		package: { name: 'shop', version: '1.0.0', install: 'install shop' },
		styles: {},
		case: { path: 'camel', call: 'camel', name: 'camel', field: 'pascal', variable: 'camel' },
		shape: { args: 'positional', options: 'named' },
		client: { variable: 'client', construct: 'new shop.Client', args: [{ value: 'token' }] },
		imports: {},
		errors: { idiom: 'exceptions', catch: ['shop.Failure'], throws: {} },
		types: {},
		names: {},
		styleDefaults: {},
		bindings: {},
		notes: [],
		file: 'sdk/lang.yaml',
		place: () => undefined,
		...own,
	};
}

/** What `addItem` becomes. */
export function callOf(
	binding: Binding = addItem,
	profile: SdkProfile = profileWith(),
	overrides: Overrides = {},
	style = 'v1',
): SdkCall | { unsupported: string } {
	const task = (id: string) => tasks.find((one) => one.id === id);
	const added = task('addItem');
	if (!added) throw new Error('no task');
	return toSdkCall(chooseValues(added, overrides), style, { sdk: sdkWith(binding), profile, task, overrides });
}

/** The steps as text: receiver, path, call and arguments; options stand behind a semicolon. */
export function stepsOf(call: SdkCall | { unsupported: string }): string[] {
	if ('unsupported' in call) throw new Error(call.unsupported);
	return call.steps.map(({ bind, receiver, path, call: name, args, options, optionsType, terminal }) => {
		const inside = [args.map(print).join(', '), options.map(print).join(', ')].filter(Boolean).join('; ');
		const type = optionsType ? ` as ${optionsType}` : '';
		const target = [receiver, ...path, name].join('.');
		return `${bind ? `${bind} = ` : ''}${target}(${inside}${type})${terminal ? `.${terminal}()` : ''}`;
	});
}

function print({ place, name, what, wrap }: SdkArgument): string {
	const value =
		'code' in what
			? `{${what.code}}`
			: 'credential' in what
				? `$${what.credential.name}`
				: 'fields' in what
					? `{${what.fields.map(print).join(', ')}}${what.type ? `: ${what.type}` : ''}`
					: `${what.value.kind} ${scalarText(what.value)}${what.type ? `: ${what.type}` : ''}`;
	return `${place === 'positional' ? '' : `${place} ${name}=`}${wrap ? `${wrap}(${value})` : value}`;
}
