import { describe, expect, it } from 'vitest';
import { type Binding, mergeBinding, stylesOf } from '../../src/core/binding.ts';
import { ProblemError } from '../../src/core/problem.ts';
import type { SdkCall } from '../../src/core/sdk-call.ts';
import { addItem, callOf, profileWith, sdkWith, stepsOf } from './made-up-sdk.ts';

const basket = 'basket = client.baskets.get(string basket_id-1)';
const values = 'string item_id-1, integer 2, map {"amount":"1.50","tags":["a","b"]}';

/** `addItem` with the price passed and other arguments as given. */
const withArgs = (...args: NonNullable<Binding['args']>): Binding => ({
	...addItem,
	args: [{ value: 'item_id' }, { value: 'price' }, ...args],
});

/** What stands behind the item and its price. */
function lastArgument(...args: NonNullable<Binding['args']>): string {
	const [, step = ''] = stepsOf(callOf(withArgs(...args)));
	return /tags":\["a","b"\]\}, (.*)\)$/.exec(step)?.[1] ?? step;
}

const made = (call: ReturnType<typeof callOf>) => call as SdkCall;
const problemOf = (work: () => unknown) => {
	try {
		work();
	} catch (error) {
		if (error instanceof ProblemError) return error.problem;
		throw error;
	}
	throw new Error('no problem');
};

describe('The steps of a call', () => {
	it('fetch what the call is made on, then make it there', () => {
		expect(stepsOf(callOf())).toEqual([basket, `response = basket.lineItems.addItem(${values})`]);
	});

	it("take the reader's own values, of what is fetched first as well", () => {
		const own = { basket_id: 'mine', count: '3' };
		expect(stepsOf(callOf(addItem, profileWith(), own))).toEqual([
			'basket = client.baskets.get(string mine)',
			`response = basket.lineItems.addItem(${values.replace('2', '3')})`,
		]);
	});

	it('are made on the client, or on a class where there is no client object', () => {
		const args = [{ value: 'basket_id' }, ...(addItem.args ?? [])];
		expect(stepsOf(callOf({ ...addItem, on: 'client', args }))).toEqual([
			`response = client.lineItems.addItem(string basket_id-1, ${values})`,
		]);
		const call = made(callOf({ ...addItem, on: 'client', static: 'Items', path: [], args }));
		expect(stepsOf(call)).toEqual([`response = Items.addItem(string basket_id-1, ${values})`]);
		expect(call.symbols).toContain('Items');
	});

	it('gather values that the SDK takes in a structure of its own, and leave it out where none is given', () => {
		const paging = {
			name: 'list_options',
			type: 'shop.Options',
			fields: [{ value: 'notify' }, { value: 'currency', wrap: 'text' }],
		};
		const binding = { ...addItem, options: [paging, { value: 'gift' }] };
		const own = { basket_id: 'b', notify: 'true', currency: 'EUR' };
		const call = made(callOf(binding, profileWith(), own));
		expect(stepsOf(call)[1]).toBe(
			`response = basket.lineItems.addItem(${values}; named listOptions={option Notify=boolean true, option Currency=text(string EUR)}: shop.Options)`,
		);
		expect(call.symbols).toContain('shop');
		expect(stepsOf(callOf(binding))[1]).toBe(`response = basket.lineItems.addItem(${values})`);
	});

	it('walk through pages by the call that yields their items, and by the result where no call is named', () => {
		const walked = made(
			callOf({
				...addItem,
				returns: 'pages',
				each: { call: 'auto_paging', args: [{ code: 'ctx', uses: ['context'] }], bind: 'one_item', type: 'shop.Item' },
			}),
		);
		expect(walked.steps.at(-1)?.each).toEqual({
			call: 'autoPaging',
			args: [{ place: 'positional', name: '', what: { code: 'ctx' } }],
			bind: 'oneItem',
			type: 'shop.Item',
		});
		expect(walked.symbols).toEqual(expect.arrayContaining(['context', 'shop']));
		expect(made(callOf({ ...addItem, returns: 'pages' })).steps.at(-1)?.each).toEqual({ args: [], bind: 'item' });
		expect(made(callOf()).steps.at(-1)).not.toHaveProperty('each');
	});

	it('end a builder, bind what comes back, and bind nothing where nothing does', () => {
		expect(stepsOf(callOf({ ...addItem, terminal: 'send_now', bind: 'added_item' }))[1]).toBe(
			`addedItem = basket.lineItems.addItem(${values}).sendNow()`,
		);
		expect(stepsOf(callOf({ ...addItem, returns: 'nothing' }))[1]).toBe(`basket.lineItems.addItem(${values})`);
	});

	it('are cased as the language writes names, but for verbatim ones', () => {
		const profile = profileWith({
			case: { path: 'pascal', call: 'snake', name: 'kebab', field: 'camel', variable: 'snake' },
			names: { add_item: 'addITEM' },
		});
		expect(stepsOf(callOf(addItem, profile))[1]).toBe(`response = basket.LineItems.addITEM(${values})`);
		expect(stepsOf(callOf({ ...addItem, call: '=Add' }, profile))[1]).toMatch('basket.LineItems.Add(');
		expect(stepsOf(callOf({ ...addItem, call: 'constructor' }, profile))[1]).toMatch('basket.LineItems.constructor(');
	});
});

describe('Options', () => {
	it('appear with their values and vanish without', () => {
		expect(stepsOf(callOf(addItem, profileWith(), { notify: 'true' }))[1]).toBe(
			`response = basket.lineItems.addItem(${values}; named notify=boolean true)`,
		);
		expect(stepsOf(callOf(addItem, profileWith(), { gift: 'false', currency: 'EUR' }))[1]).toBe(
			`response = basket.lineItems.addItem(${values}; named currency=string EUR, named gift=boolean false)`,
		);
	});

	it('stand where the language or the argument says, under the name given', () => {
		const shape = { args: 'named', options: 'option' } as const;
		const binding: Binding = { ...addItem, options: [{ value: 'notify', name: 'tell_all' }] };
		expect(stepsOf(callOf(binding, profileWith({ shape }), { notify: 'true' }))[1]).toMatch(
			/named itemId=string item_id-1, named count=integer 2, .*; option TellAll=boolean true\)$/,
		);
		const builder: Binding = { ...addItem, options: [{ value: 'notify', place: 'builder', name: '=setNotify' }] };
		expect(stepsOf(callOf(builder, profileWith(), { notify: 'true' }))[1]).toMatch('; builder setNotify=boolean true)');
	});

	it('change the call and the type of the options as soon as there are any', () => {
		const binding: Binding = {
			...addItem,
			optionsType: 'shop.Options',
			withOptions: { call: 'add_item_with', optionsType: '*extra.Params' },
		};
		const without = made(callOf(binding));
		expect(stepsOf(without)[1]).toMatch('lineItems.addItem(');
		expect(without.symbols).not.toContain('extra');
		const call = made(callOf(binding, profileWith(), { notify: 'true' }));
		expect(stepsOf(call)[1]).toBe(
			`response = basket.lineItems.addItemWith(${values}; named notify=boolean true as *extra.Params)`,
		);
		expect(call.symbols).toContain('extra');
	});
});

describe('An argument', () => {
	it('is converted with `as`, but for a placeholder', () => {
		expect(lastArgument({ value: 'count', as: 'string' })).toBe('string 2');
		expect(lastArgument({ value: 'count', as: 'boolean' })).toBe('boolean false');
		const [, step] = stepsOf(callOf(withArgs({ value: 'count' }, { const: '7', as: 'integer' })));
		expect(step).toMatch(/, integer 2, integer 7\)$/);
	});

	it('is wrapped, typed, fixed or written as code, and brings its symbols', () => {
		expect(lastArgument({ value: 'count', wrap: 'shop.Int64' })).toBe('shop.Int64(integer 2)');
		expect(lastArgument({ value: 'count', type: 'Count' })).toBe('integer 2: Count');
		expect(lastArgument({ value: 'count' }, { const: { a: [null] } })).toBe('integer 2, map {"a":[null]}');
		expect(lastArgument({ value: 'count' }, { const: false })).toBe('integer 2, boolean false');
		expect(lastArgument({ value: 'count' }, { code: 'context.Background()', uses: ['context'] })).toBe(
			'integer 2, {context.Background()}',
		);
		const call = made(callOf(withArgs({ value: 'count', wrap: 'aws.Int' }, { code: 'ctx()', uses: ['context'] })));
		expect(call.symbols).toEqual(expect.arrayContaining(['aws', 'context', 'shop']));
	});

	it('is the whole body, or what a pointer names in it', () => {
		const args = [{ value: 'item_id' }, { value: 'body', place: 'named' as const, name: 'params' }];
		expect(stepsOf(callOf({ ...addItem, args }))[1]).toMatch(/, named params=map \{"count":2,"price":\{.*\}\}\)$/);
		expect(lastArgument({ value: 'count' }, { value: '/body/price/tags/1' })).toBe('integer 2, string b');
	});

	it('of the client is a credential', () => {
		const client = { construct: 'new shop.Client', args: [{ value: 'token', place: 'named' as const }] };
		const call = made(callOf(addItem, profileWith({ client: { ...client, variable: 'client' } })));
		expect(call.client.args).toEqual([
			{ place: 'named', name: 'token', what: { credential: { name: 'token', env: 'TOKEN' } } },
		]);
		expect(call.symbols).toContain('shop');
	});
});

describe('A value that no argument passes', () => {
	const short: Binding = { ...addItem, args: [{ value: 'item_id' }, { value: 'count' }] };

	it('is a problem that names it', () => {
		expect(problemOf(() => callOf(short))).toMatchObject({
			code: 'value-not-passed',
			message: 'addItem (lang, v1): nothing passes "price".',
			place: { file: 'sdk.yaml' },
			pointer: '/bindings/addItem',
		});
		const profile = profileWith({ bindings: { addItem: { args: [{ value: 'count' }] } } });
		expect(problemOf(() => callOf(addItem, profile))).toMatchObject({
			message: 'addItem (lang, v1): nothing passes "item_id", "price".',
			place: { file: 'sdk/lang.yaml' },
			pointer: '/overrides/bindings/addItem',
		});
	});

	it('is none where the binding implies it', () => {
		expect(stepsOf(callOf({ ...short, implies: ['price'] }))[1]).toBe(
			'response = basket.lineItems.addItem(string item_id-1, integer 2)',
		);
	});

	it('is none where the binding drops it, and readers are told only of what the call has', () => {
		const drops = [
			{ value: 'price', reason: 'The SDK has no prices.' },
			{ value: 'notify', reason: 'The SDK never notifies.' },
		];
		expect(made(callOf({ ...short, drops })).drops).toEqual([drops[0]]);
		expect(made(callOf({ ...short, options: [], drops }, profileWith(), { notify: 'true' })).drops).toEqual(drops);
	});

	it('is told where it is the reader who sets it, for no binding can foresee that', () => {
		const binding = { ...addItem, options: [] };
		expect(made(callOf(binding, profileWith(), { currency: 'EUR' })).drops).toEqual([
			{ value: 'currency', reason: expect.stringMatching(/no argument/) },
		]);
	});
});

describe('A binding that is wrong', () => {
	it.each<[code: string, message: string, binding: Binding]>([
		['unknown-value', '"cuont" is neither', withArgs({ value: 'cuont' })],
		['unknown-value', '"constructor" is neither', withArgs({ value: 'constructor' })],
		['unknown-type', '"Cart" is no type', { ...addItem, on: 'Cart' }],
		['unknown-type', '"constructor" is no type', { ...addItem, on: 'constructor' }],
		['missing-call', 'names no call', { on: 'Basket', args: addItem.args ?? [] }],
	])('is a problem: %s, %s', (code, message, binding) => {
		const problem = problemOf(() => callOf(binding));
		expect(problem.code).toBe(code);
		expect(problem.message).toMatch(message);
	});

	it('is told what was meant', () => {
		expect(problemOf(() => callOf(withArgs({ value: 'cuont' }))).hint).toBe('Did you mean "count"?');
	});
});

describe('Errors', () => {
	const errors = {
		idiom: 'exceptions' as const,
		catch: ['shop.Failure'],
		throws: { read: ['io.ReadFailure'], write: ['io.WriteFailure', 'shop.Failure'] },
	};

	it('are those of any call, then those of the requests made, each once', () => {
		expect(made(callOf(addItem, profileWith({ errors }))).errors).toEqual(['shop.Failure', 'io.ReadFailure']);
		const call = made(callOf({ ...addItem, request: 'write' }, profileWith({ errors })));
		expect(call.errors).toEqual(['shop.Failure', 'io.ReadFailure', 'io.WriteFailure']);
		expect(call.symbols).toEqual(expect.arrayContaining(['shop', 'io']));
	});

	it('are no others for a class of request that nobody declared', () => {
		const call = made(callOf({ ...addItem, request: 'constructor' }, profileWith({ errors })));
		expect(call.errors).toEqual(['shop.Failure', 'io.ReadFailure']);
	});
});

describe('Styles', () => {
	const binding: Binding = {
		...addItem,
		wire: { path: 'double-slash' },
		styles: { v1: { call: 'add_old' }, v2: { unsupported: 'Version 2 has no baskets.' } },
	};

	it('change the call, or say why there is none', () => {
		expect(stepsOf(callOf(binding))[1]).toMatch('.addOld(');
		expect(callOf(binding, profileWith(), {}, 'v2')).toEqual({ unsupported: 'Version 2 has no baskets.' });
	});

	it('are those that the binding or the profile tells apart, else one', () => {
		expect(stylesOf(sdkWith(binding), profileWith(), 'addItem')).toEqual(['v1', 'v2']);
		expect(stylesOf(sdkWith(addItem), profileWith(), 'addItem')).toEqual(['sdk']);
		const profile = profileWith({ bindings: { addItem: { styles: { v2: { call: 'add' } } } } });
		expect(stylesOf(sdkWith(addItem), profile, 'addItem')).toEqual(['v2']);
		expect(stylesOf(sdkWith(addItem), profile, 'constructor')).toEqual([]);
	});

	it('lay one over the other: common, its style, the defaults of the style, the own, its style', () => {
		const notes = (...words: string[]) => ({ notes: words });
		const profile = profileWith({
			styleDefaults: { v1: { ...notes('default'), request: 'default', wire: { body: 'any' } } },
			bindings: { addItem: { request: 'own', styles: { v1: { bind: 'own' } } } },
		});
		const merged = mergeBinding(sdkWith({ ...binding, ...notes('common'), bind: 'common' }), profile, 'addItem', 'v1');
		expect(merged).toMatchObject({
			call: 'add_old',
			notes: ['default'],
			request: 'own',
			bind: 'own',
			wire: { body: 'any' },
		});
		expect(mergeBinding(sdkWith(binding), profileWith(), 'addItem', 'v1').wire).toEqual({ path: 'double-slash' });
		expect(mergeBinding(sdkWith(binding), profileWith(), 'addItem', 'constructor').call).toBe('add_item');
	});

	it('carry the notes of their binding', () => {
		expect(made(callOf({ ...addItem, notes: ['Baskets expire.'] })).notes).toEqual(['Baskets expire.']);
	});
});
