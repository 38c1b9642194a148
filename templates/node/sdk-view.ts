import type { Printer, View } from '../../src/core/language.ts';
import type { Bracket, Doc } from '../../src/core/layout.ts';
import { visibleLength } from '../../src/core/marks.ts';
import type { SdkCall, SdkStep } from '../../src/core/sdk-call.ts';
import { hanging, hugLast, isBracket } from './layout.ts';
import { string } from './text.ts';

/** The view of `sdk.hbs`. */
export function sdkView(call: SdkCall, printer: Printer): View {
	const { variable } = call.client;
	return {
		title: printer.title,
		usesEnvironment: printer.credentials === 'env',
		imports: printer.imports(call).map(({ symbol, from }) => importOf(symbol, from)),
		client: [variable ? `const ${variable} = ` : '', printer.client(call)],
		steps: call.steps.flatMap((step, index) => [
			statement(step, printer.step(call, index)),
			...(step.bind && step.filled ? [refuseEmpty(step.bind, step.filled)] : []),
		]),
		pages: printer.pages(call) ?? '',
		result: call.steps.at(-1)?.bind ?? '',
	};
}

/** `module` for its default export, `module#name` for one of its others, `module#*` for all of them. */
function importOf(symbol: string, from: string): string {
	const [module = '', name] = from.split('#');
	const clause = name === undefined ? symbol : name === '*' ? `* as ${symbol}` : `{ ${symbol} }`;
	return `${clause} from '${module}'`;
}

/** What yields its items page after page is walked with `for await`, and not awaited itself. */
function statement({ bind, each }: SdkStep, step: Doc): Doc {
	const waits = each ? '' : 'await ';
	const head = bind ? `const ${bind} = ${waits}` : waits;
	const [target, args] = Array.isArray(step) ? step : [];
	if (!Array.isArray(step) || typeof target !== 'string' || !isBracket(args)) return [head, step];
	if (bind && isShort(args)) return hanging(`const ${bind} =`, [waits, ...step]);
	return hugLast(head + target, args, 1);
}

/** Throws where a result lacks what every success fills: the call failed without saying so. */
function refuseEmpty(bind: string, member: string): Doc {
	return hanging(`if (!${bind}.${member})`, `throw new Error(${string(`The answer has no ${member}`)})`);
}

/** Prettier moves a call to the next line rather than break it around nothing, or around one short word. */
function isShort({ items }: Bracket): boolean {
	return items.length < 2 && items.every((item) => typeof item === 'string' && visibleLength(item) <= 20);
}
