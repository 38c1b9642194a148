import type { Printer, View } from '../../src/core/language.ts';
import type { SdkCall, SdkStep } from '../../src/core/sdk-call.ts';
import { commentText, string } from './text.ts';

/** The view of `sdk.hbs`. */
export function sdkView(call: SdkCall, printer: Printer): View {
	const own = withSigils(call);
	const { variable } = call.client;
	const steps = own.steps.map((step, index) => ({
		code: [step.bind ? `$${step.bind} = ` : '', printer.step(own, index)],
		failed: failed(step, call),
		complaint: complaint(step),
	}));
	const raised = steps.some((step) => step.failed) ? ['RuntimeException'] : [];
	return {
		title: commentText(printer.title),
		imports: printer.imports(call),
		client: [variable ? `$${variable} = ` : '', printer.client(call)],
		steps,
		pages: printer.pages(own) ?? '',
		print: printResult(own.steps.at(-1)),
		errors: [...call.errors, ...raised].join(' | ') || 'Exception',
	};
}

/** The call with `$` before the variables that its steps are made on. */
function withSigils(call: SdkCall): SdkCall {
	const variables = new Set([call.client.variable, ...call.steps.map(({ bind }) => bind)]);
	const steps = call.steps.map((step) =>
		variables.has(step.receiver) ? { ...step, receiver: `$${step.receiver}` } : step,
	);
	return { ...call, steps };
}

/** What is true of a result when its call failed and threw nothing; empty where nothing tells, as with a value of a PHP type. */
function failed({ bind, filled, returns, type }: SdkStep, { profile }: SdkCall): string {
	if (!bind) return '';
	if (filled) return `$${bind}->${filled} === null`;
	if (profile.errors.idiom !== 'result') return '';
	if (returns !== 'value') return `isset($${bind}['error'])`;
	return type === undefined ? `$${bind} === null` : '';
}

/** The answer that holds the error, or where there is none the name of the call. */
function complaint({ bind, call, filled, path, returns }: SdkStep): string {
	const silent = filled || returns === 'value';
	return silent ? string(`${[...path, call].join('->')} failed`) : `json_encode($${bind}, JSON_UNESCAPED_SLASHES)`;
}

/** JSON shows arrays, and of objects what is public: never the client's secrets. */
function printResult(last: SdkStep | undefined): string {
	if (!last?.bind) return 'echo "OK\\n";';
	if (last.returns === 'value') return `echo $${last.bind}, "\\n";`;
	return `echo json_encode($${last.bind}, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\\n";`;
}
