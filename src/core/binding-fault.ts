import { pointerTo } from './document.ts';
import { own } from './own.ts';
import { type Problem, ProblemError } from './problem.ts';
import type { SdkContext } from './sdk-call.ts';

/** A fault of a task's binding, at its place: in the language's profile where that overrides it, else in `sdk.yaml`. */
export function bindingFault(
	context: SdkContext,
	taskId: string,
	key: string,
	code: string,
	message: string,
	more: { hint?: string } = {},
): ProblemError {
	const overridden = own(context.profile.bindings, taskId) !== undefined;
	const pointer = overridden ? pointerTo('/overrides/bindings', taskId) : pointerTo('/bindings', taskId);
	const { file, place } = overridden ? context.profile : context.sdk;
	const at = (key ? place(pointerTo(pointer, key), true) : undefined) ??
		place(pointer, true) ?? { file, line: 1, column: 1 };
	const problem: Problem = { severity: 'error', code, message, pointer, place: at, ...more };
	return new ProblemError(problem);
}
