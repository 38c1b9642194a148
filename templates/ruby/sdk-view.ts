import type { Printer, View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import type { SdkCall } from '../../src/core/sdk-call.ts';

/** The view of `sdk.hbs`. The client is made where errors are handled, because its constructor checks the credentials. */
export function sdkView(call: SdkCall, printer: Printer): View {
	const steps = call.steps.map((step, index) => [step.bind ? `${step.bind} = ` : '', bare(printer.step(call, index))]);
	return {
		title: printer.title,
		imports: printer.imports(call),
		client: [call.client.variable ? `${call.client.variable} = ` : '', printer.client(call)],
		steps,
		print: walkPages(printer.pages(call)) ?? printResult(call),
		errors: call.errors.join(', ') || 'StandardError',
	};
}

/** A call without arguments takes no parentheses. */
function bare(step: Doc): Doc {
	const [target, args] = Array.isArray(step) ? step : [];
	const empty = typeof args === 'object' && 'items' in args && args.items.length === 0;
	return empty && target ? target : step;
}

/** Prints one item of the pages after the other; what yields them takes a block. */
function walkPages(pages: ReturnType<Printer['pages']>): string | undefined {
	if (!pages) return undefined;
	const yields = pages.over.includes('.') ? pages.over.replace(/\(\)$/, '') : `${pages.over}.each`;
	return `${yields} { |${pages.item}| puts ${pages.item} }`;
}

/** Objects of the SDK (those with a `type`) print themselves; inspecting one would show the client's secrets. */
function printResult(call: SdkCall): string {
	const last = call.steps.at(-1);
	if (!last?.bind) return "puts 'OK'";
	if (!last.type) return `pp ${last.bind}`;
	return last.returns === 'list' ? `${last.bind}.each { |name, value| puts "#{name}:", value }` : `puts ${last.bind}`;
}
