import { bindingFault } from './binding-fault.ts';
import type { Call } from './call.ts';
import type { Overrides } from './overrides.ts';
import type { ProblemError } from './problem.ts';
import type { SdkContext } from './sdk-call.ts';

/** The values of a call that nothing passes, implies or drops, by name. */
export function unsaidValues(call: Call, passed: ReadonlySet<string>): string[] {
	const secrets = new Set(call.credentials.map((credential) => credential.name));
	const unsaid = call.arguments
		.map(({ parameter }) => parameter.name)
		.filter((name) => !secrets.has(name) && !passed.has(name));
	const { body } = call;
	const throughPointer = [...passed].some((name) => name === 'body' || name.startsWith('/body'));
	if (body?.value.kind === 'map' && !throughPointer) {
		unsaid.push(...body.value.entries.map(([name]) => name).filter((name) => !passed.has(name)));
	}
	return unsaid;
}

/** Whether the reader gave the value, wholly or in part: then she is told that it is not sent, for no binding can foresee it. */
export function isTyped(overrides: Overrides | undefined, name: string): boolean {
	return Object.keys(overrides ?? {}).some((key) => {
		const plain = key.replace(/^(path|query|header|cookie|body)\./, '');
		return key === 'body' || [key, plain].some((own) => own === name || own.startsWith(`${name}.`));
	});
}

/** What is wrong where a value vanishes silently. */
export function unsaidFault(call: Call, style: string, unsaid: readonly string[], context: SdkContext): ProblemError {
	return bindingFault(
		context,
		call.task.id,
		'',
		'value-not-passed',
		`${call.task.id} (${context.profile.language}, ${style}): nothing passes ${unsaid.map((name) => `"${name}"`).join(', ')}.`,
		{
			hint: 'Add it to "args" or "options", or say under "drops" or "implies" why it is not passed.',
		},
	);
}
