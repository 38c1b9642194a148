import { expect, it } from 'vitest';
import type { Task } from '../../src/core/task.ts';
import { pathNames } from '../../src/site/model/path-names.ts';

it('writes ids in kebab case, and keeps names apart that would meet', () => {
	const ids = ['removeShortcode', 'remove_shortcode', 'actions/list-repos', '💥', 'changes'];
	expect([...pathNames(ids.map((id) => ({ id }) as Task)).values()]).toEqual([
		'remove-shortcode',
		'remove-shortcode-2',
		'actions-list-repos',
		'operation',
		'changes-2',
	]);
});
