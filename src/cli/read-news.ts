import { languages } from '../../templates/index.ts';
import { ProblemError } from '../core/problem.ts';
import type { News } from '../feedback/mail-texts.ts';
import { changeId } from '../load/change-id.ts';
import { findSpecs, loadApi } from '../load/load-api.ts';
import { loadChanges } from '../load/load-changes.ts';

/** The changes of every API below `spec/`, oldest first, under the ids that they have in the feeds. Throws a `ProblemError` for the first fault. */
export function readNews(): News[] {
	return findSpecs('spec')
		.flatMap((file) => {
			const { api, document, folder, problems } = loadApi(file, languages);
			const history = loadChanges(folder, api?.tasks ?? []);
			const [fault] = [...problems, ...history.problems].filter(({ severity }) => severity === 'error');
			if (fault || !api || !document)
				throw new ProblemError(fault ?? { severity: 'error', code: 'no-openapi', message: `${file} cannot be read.` });
			const { title = api.name } = (document.root.info ?? {}) as { title?: string };
			return history.changes.map(({ date, title: change, description }): News => {
				return {
					id: changeId(api.name, date, change),
					api: title,
					date,
					title: change,
					...(description ? { description } : {}),
					path: `/${api.name}/changes/`,
				};
			});
		})
		.sort((a, b) => a.date.localeCompare(b.date));
}
