import type { PackageSpec, Sdk, SdkProfile } from './binding.ts';
import { stylesOf } from './binding.ts';
import { type Call, chooseValues } from './call.ts';
import { fileWords } from './casing.ts';
import { type HttpCall, toHttpCall } from './http-call.ts';
import type { CredentialSource, Language, View } from './language.ts';
import type { Region, Span } from './marks.ts';
import type { Overrides } from './overrides.ts';
import { own } from './own.ts';
import { createPrinter } from './printer.ts';
import { createRender, type Render } from './render.ts';
import { type SdkCall, toSdkCall } from './sdk-call.ts';
import type { Task } from './task.ts';

/** One task in one language and style: a complete file. */
export interface Sample {
	/** The task's id. */
	operationId: string;
	language: string;
	style: string;
	code: string;
	regions: Region[];
	/** Where placeholders stand, so that a proof can put literals there and nowhere else. */
	spans: Span[];
	fileName: string;
	/** The package of an SDK sample. */
	package?: PackageSpec;
	/** What the SDK cannot pass, and what else a reader has to know. */
	drops: { value: string; reason: string }[];
	notes: string[];
	/** Written by hand (`authored/`), not by a template. */
	authored?: boolean;
}

/** A place where a sample would stand if the SDK had the call. */
export interface Gap {
	operationId: string;
	language: string;
	style: string;
	reason: string;
}

/** One API as the generator sees it. */
export interface Api {
	/** The folder's name under `spec/`, e.g. `plivo`. */
	name: string;
	tasks: readonly Task[];
	/** Absent where there are no bindings: HTTP samples only. */
	sdk?: Sdk;
	profiles: ReadonlyMap<string, SdkProfile>;
}

/** What one rendering is asked for. */
export interface SampleRequest {
	task: Task;
	language: Language;
	style: string;
	overrides?: Overrides;
	credentials?: CredentialSource;
	/** One of the operation's servers, or whatever stands in for it; SDK samples go where the SDK goes. */
	server?: string;
}

/** The styles in which a language shows a task, `http` last; a gap counts as a style. */
export function sampleStyles(api: Api, language: Language, task: Task): string[] {
	const profile = api.profiles.get(language.id);
	const styles = api.sdk && profile && language.sdk ? stylesOf(api.sdk, profile, task.id) : [];
	return [...styles, 'http'];
}

/** Renders samples of one API; languages keep their compiled templates between calls. */
export interface Renderer {
	/** The sample, or the reason why the SDK has none. */
	render(request: SampleRequest): Sample | Gap;
	/** What the template is rendered with, as data. */
	view(request: SampleRequest): { template: string; view: View } | Gap;
}

/** Makes the renderer of an API. Its methods throw `ProblemError`s for what cannot be read or rendered. */
export function createRenderer(api: Api): Renderer {
	const renders = new Map<string, Render>();
	let latest: TaskFacts | undefined;
	const byId = new Map(api.tasks.map((task) => [task.id, task]));

	function factsOf(task: Task): TaskFacts {
		if (latest?.task !== task) latest = { task, words: fileWords(task.id) };
		return latest;
	}

	function callOf(task: Task, overrides?: Overrides, server?: string): TaskCall {
		const make = (): TaskCall => {
			const call = chooseValues(task, overrides);
			return { call, http: toHttpCall(call, server) };
		};
		if (overrides || server) return make();
		const facts = factsOf(task);
		facts.plain ??= make();
		return facts.plain;
	}

	function prepare(request: SampleRequest): Prepared | Gap {
		const { task, language, style, overrides, server } = request;
		const place = { operationId: task.id, language: language.id, style };
		const fileName = language.fileName(factsOf(task).words);
		const printer = createPrinter(language, {
			title: task.title,
			baseName: fileName.slice(0, fileName.lastIndexOf('.')),
			credentials: request.credentials ?? 'placeholder',
		});
		if (style === 'http') {
			const { http } = callOf(task, overrides, server);
			const view = language.http(http, printer);
			if (typeof view.unsupported === 'string') return { ...place, reason: view.unsupported };
			return { template: 'http', view, fileName };
		}
		const profile = api.profiles.get(language.id);
		if (!api.sdk || !profile || !language.sdk)
			return { ...place, reason: `There are no ${language.label} bindings for this API.` };
		const { call } = callOf(task, overrides && ownValues(task, overrides));
		const sdkCall = toSdkCall(call, style, {
			sdk: api.sdk,
			profile,
			task: (id) => byId.get(id),
			...(overrides ? { overrides } : {}),
		});
		if ('unsupported' in sdkCall) return { ...place, reason: sdkCall.unsupported };
		return { template: 'sdk', view: language.sdk(sdkCall, printer), fileName, sdkCall };
	}

	/** Values of what an SDK fetches first (the powerpack's UUID) are not the task's own. */
	function ownValues(task: Task, overrides: Overrides): Overrides {
		return Object.fromEntries(Object.entries(overrides).filter(([name]) => !isForeign(task, name)));
	}

	function isForeign(task: Task, name: string): boolean {
		const isOwn = task.operation.parameters.some((parameter) => parameter.name === name);
		const obtained = Object.values(api.sdk?.types ?? {}).map(({ obtain }) => byId.get(obtain));
		return !isOwn && obtained.some((other) => other?.operation.parameters.some((parameter) => parameter.name === name));
	}

	function render(request: SampleRequest): Sample | Gap {
		const prepared = prepare(request);
		if ('reason' in prepared) return prepared;
		const { language, task, style } = request;
		let renderTemplate = renders.get(language.id);
		if (!renderTemplate) {
			renderTemplate = createRender(language);
			renders.set(language.id, renderTemplate);
		}
		const { code, spans, regions } = renderTemplate(prepared.template, prepared.view);
		const { sdkCall, fileName } = prepared;
		const pack = sdkCall ? (own(sdkCall.profile.styles, style)?.package ?? sdkCall.profile.package) : undefined;
		return {
			operationId: task.id,
			language: language.id,
			style,
			code,
			regions,
			spans,
			fileName,
			...(pack ? { package: pack } : {}),
			drops: sdkCall?.drops ?? [],
			notes: sdkCall?.notes ?? [],
		};
	}
	return { render, view: prepare };
}

/** What all samples of a task share: worked out once where they are asked for one after another. */
interface TaskFacts {
	task: Task;
	words: string[];
	/** Its call where neither the reader's values nor another server stand in for the document's. */
	plain?: TaskCall;
}

interface TaskCall {
	call: Call;
	http: HttpCall;
}

interface Prepared {
	template: string;
	view: View;
	fileName: string;
	sdkCall?: SdkCall;
}
