import type { Printer, View } from '../../src/core/language.ts';
import type { SdkArgument, SdkCall, SdkStep } from '../../src/core/sdk-call.ts';
import type { Value } from '../../src/core/value.ts';
import { statement } from './layout.ts';
import { classesOf } from './literal.ts';
import { comment } from './text.ts';

/** The view of `sdk.hbs`. */
export function sdkView(call: SdkCall, printer: Printer): View {
	const { variable, construct } = call.client;
	const made = variable ? `${/^new (\w+)$/.exec(construct)?.[1] ?? 'var'} ${variable}` : '';
	const steps = call.steps.map((step, index) => {
		return statement(step.bind ? `${step.type ?? 'var'} ${step.bind}` : '', printer.step(call, index), 6);
	});
	return {
		baseName: printer.baseName,
		title: comment(printer.title),
		usesEnvironment: printer.credentials === 'env',
		client: statement(made, printer.client(call), 4),
		steps,
		errors: alternatives(call.errors),
		pages: pages(call, printer),
		result: call.steps.at(-1)?.bind ?? '"OK"',
		imports: imports(call, printer),
	};
}

function pages(call: SdkCall, printer: Printer) {
	const walk = printer.pages(call);
	return walk ? { ...walk, type: call.steps.at(-1)?.each?.type ?? 'var' } : '';
}

/** Has to come after the steps are printed: until then nobody knows which classes their values name. */
function imports(call: SdkCall, printer: Printer): string[] {
	const types = call.steps.flatMap(({ bind, type }) => (bind && type?.match(/\w+/g)) || []);
	const named = printer.imports({ ...call, symbols: [...call.symbols, ...types] }).map(({ from }) => from);
	const literals = call.steps.flatMap(valuesOf).flatMap(classesOf);
	return [...new Set([...named, ...literals])].sort();
}

function valuesOf({ args, options }: SdkStep): Value[] {
	return [...args, ...options].flatMap(plainValues);
}

function plainValues({ what }: SdkArgument): Value[] {
	if ('fields' in what) return what.fields.flatMap(plainValues);
	return 'value' in what && !what.type ? [what.value] : [];
}

/** The classes of a catch clause, one a line where they do not fit on its own. */
function alternatives(errors: readonly string[]): string {
	const sorted = errors.length > 0 ? [...errors].sort() : ['RuntimeException'];
	const oneLine = sorted.join(' | ');
	const fits = '    } catch ('.length + oneLine.length + ' error) {'.length <= 100;
	return fits ? oneLine : sorted.join('\n        | ');
}
