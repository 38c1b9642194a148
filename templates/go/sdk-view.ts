import type { Printer, View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import type { SdkCall, SdkStep } from '../../src/core/sdk-call.ts';
import { JSON_NUMBER } from './literal.ts';
import { POINTER } from './typed.ts';

/** The view of `sdk.hbs`. Every call of the SDK returns an error, last, beside what it returns otherwise. */
export function sdkView(given: SdkCall, printer: Printer): View {
	const call = { ...given, steps: given.steps.map(withOptions) };
	const steps = call.steps.map(({ bind, filled, returns }, index) => ({
		code: [assignment(call, index), printer.step(call, index)] satisfies Doc,
		fails: returns !== 'pages',
		// A plain value has no members.
		filled: bind && filled && returns !== 'value' ? `${bind}.${filled}` : '',
	}));
	const names = (text: string) => steps.some(({ code }) => holds(code, text));
	const last = call.steps.at(-1);
	const json = last?.bind !== undefined && last.returns !== 'value';
	const usesEnvironment = printer.credentials === 'env' && call.client.args.some(({ what }) => 'credential' in what);
	const packages = printer.imports(call).map(({ symbol, from }) => ({ from, line: importLine(symbol, from) }));
	const standard = [
		'fmt',
		'log',
		...(json || names(JSON_NUMBER) ? ['encoding/json'] : []),
		...(usesEnvironment ? ['os'] : []),
	];
	const isStandard = (path: string) => !path.split('/')[0]?.includes('.');
	return {
		title: printer.title,
		imports: [
			...new Set([
				...standard.map((path) => `"${path}"`),
				...packages.filter(({ from }) => isStandard(from)).map(({ line }) => line),
			]),
		].sort(),
		packages: packages.filter(({ from }) => !isStandard(from)).map(({ line }) => line),
		client: [clientAssignment(call), printer.client(call)],
		clientFails: call.client.fails,
		steps,
		pages: printer.pages(call) ?? '',
		json,
		result: last?.bind ?? '"OK"',
		usesEnvironment,
		usesPointer: names(POINTER),
	};
}

function clientAssignment({ client: { variable, fails } }: SdkCall): string {
	const names = [...(variable ? [variable] : []), ...(fails ? ['err'] : [])];
	return names.length > 0 ? `${names.join(', ')} := ` : '';
}

/** Pages return their errors item by item; `err` is declared once. */
function assignment({ client, steps }: SdkCall, index: number): string {
	const { bind, returns } = steps[index] ?? {};
	if (bind) return returns === 'pages' ? `${bind} := ` : `${bind}, err := `;
	return client.fails || index > 0 ? 'err = ' : 'err := ';
}

/** A call that takes a struct of options takes it when there are none, too. */
function withOptions(step: SdkStep): SdkStep {
	if (!step.optionsType || step.options.length > 0) return step;
	return { ...step, args: [...step.args, { place: 'positional', name: '', what: { code: `${step.optionsType}{}` } }] };
}

/** An import with its name where its path does not end in it. */
function importLine(symbol: string, from: string): string {
	return from === symbol || from.endsWith(`/${symbol}`) ? `"${from}"` : `${symbol} "${from}"`;
}

/** Whether the code has a piece that is exactly this text. Texts of a reader are pieces with quotes. */
function holds(doc: Doc, text: string): boolean {
	if (typeof doc === 'string') return doc === text;
	if (Array.isArray(doc)) return doc.some((part) => holds(part, text));
	return 'head' in doc ? holds([doc.head, ...doc.links], text) : doc.items.some((item) => holds(item, text));
}
