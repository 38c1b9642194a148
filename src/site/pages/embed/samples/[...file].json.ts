import type { APIRoute } from 'astro';
import type { Task } from '../../../../core/task.ts';
import { sampleFile } from '../../../../embed/sample-json.ts';
import { apis, type SiteApi } from '../../../model/apis.ts';
import { embeddedSamples } from '../../../model/embedded-samples.ts';

/** Each task under its API's name, and under its own alone where no API before has it. */
export function getStaticPaths() {
	const taken = new Set<string>();
	return apis.flatMap((api) =>
		api.tasks.flatMap((task) => {
			const name = sampleFile(task.id);
			const files = [name, `${api.name}/${name}`].filter((file) => !taken.has(file));
			for (const file of files) taken.add(file);
			return files.map((file) => ({ params: { file }, props: { api, task } }));
		}),
	);
}

/** What `<specimen-sample>` shows of a task. */
export const GET: APIRoute<{ api: SiteApi; task: Task }> = async ({ props }) =>
	new Response(JSON.stringify(await embeddedSamples(props.api, props.task)), {
		headers: { 'content-type': 'application/json' },
	});
