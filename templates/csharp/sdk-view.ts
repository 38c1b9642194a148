import type { Printer, View } from '../../src/core/language.ts';
import type { SdkArgument, SdkCall, SdkStep } from '../../src/core/sdk-call.ts';
import { statement } from './layout.ts';

/** The view of `sdk.hbs`. */
export function sdkView(call: SdkCall, printer: Printer): View {
	const { variable } = call.client;
	const steps = call.steps.map((step, index) => {
		return statement([step.bind ? `var ${step.bind} = ` : '', printer.step(call, index)], 12);
	});
	return {
		baseName: printer.baseName,
		title: printer.title,
		usesEnvironment: printer.credentials === 'env',
		client: statement([variable ? `var ${variable} = ` : '', printer.client(call)], 8),
		steps,
		caught: caught(call.errors),
		pages: printer.pages(call) ?? '',
		result: call.steps.at(-1)?.bind ?? '"OK"',
		namespaces: namespaces(call, printer),
	};
}

/** Has to come after the steps are printed: until then nobody knows which classes their values name. */
function namespaces(call: SdkCall, printer: Printer): string[] {
	const collections = call.steps.some((step) => holdsList(step)) ? ['System.Collections.Generic'] : [];
	const named = printer.imports(call).map(({ from }) => from);
	const all = [...new Set(['System', ...collections, ...named])].sort();
	const isSystem = (name: string) => /^System(\.|$)/.test(name);
	return [...all.filter(isSystem), ...all.filter((name) => !isSystem(name))];
}

function holdsList({ args, options }: SdkStep): boolean {
	const holds = ({ what }: SdkArgument): boolean =>
		'fields' in what
			? what.fields.some(holds)
			: 'value' in what && (what.value.kind === 'list' || what.value.kind === 'map');
	return [...args, ...options].some(holds);
}

/** One class, or a filter that lets several through. */
function caught(errors: readonly string[]): string {
	const sorted = [...errors].sort();
	if (sorted.length < 2) return `catch (${sorted[0] ?? 'Exception'} error)`;
	const tests = sorted.map((error) => `error is ${error}`);
	const oneLine = `catch (Exception error) when (${tests.join(' || ')})`;
	if (oneLine.length + 8 <= 100) return oneLine;
	return `catch (Exception error)\n            when (${tests.join(`\n${' '.repeat(16)}|| `)})`;
}
