import { bindingFault } from './binding-fault.ts';
import type { Call } from './call.ts';
import type { SdkContext } from './sdk-call.ts';

/** Every value of the call has to be passed, implied or declared as dropped: nothing vanishes silently. Throws a `ProblemError` otherwise. */
export function refuseUnsaid(call: Call, style: string, passed: ReadonlySet<string>, context: SdkContext): void {
	const secrets = new Set(call.credentials.map((credential) => credential.name));
	const unsaid = call.arguments
		.map(({ parameter }) => parameter.name)
		.filter((name) => !secrets.has(name) && !passed.has(name));
	const { body } = call;
	const throughPointer = [...passed].some((name) => name === 'body' || name.startsWith('/body'));
	if (body?.value.kind === 'map' && !throughPointer) {
		unsaid.push(...body.value.entries.map(([name]) => name).filter((name) => !passed.has(name)));
	}
	if (unsaid.length === 0) return;
	throw bindingFault(
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
