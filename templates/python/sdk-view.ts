import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { SdkCall } from '../../src/core/sdk-call.ts';

/** The view of `sdk.hbs`. */
export function sdkView(call: SdkCall, printer: Printer): View {
	const steps = call.steps.map((step, index) => [step.bind ? `${step.bind} = ` : '', printer.step(call, index)]);
	const [only] = call.errors;
	return {
		title: printer.title,
		usesEnvironment: printer.credentials === 'env',
		client: [call.client.variable ? `${call.client.variable} = ` : '', printer.client(call)],
		steps,
		errors: call.errors.length === 1 && only ? only : bracket('(', ')', call.errors),
		pages: printer.pages(call) ?? '',
		result: call.steps.at(-1)?.bind ?? '"OK"',
		imports: printer.imports(call),
	};
}
