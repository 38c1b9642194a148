import type { Language } from '../../../core/language.ts';

const folders = import.meta.glob<Record<string, unknown>>('../../../../templates/*/language.ts');

/** A language by its id, which its folder is named by; loaded when it is first asked for. Throws a `RangeError` where there is none. */
export async function loadLanguage(id: string): Promise<Language> {
	const load = folders[`../../../../templates/${id}/language.ts`];
	const found = load && Object.values(await load()).find((exported) => (exported as Language).id === id);
	if (!found) throw new RangeError(`there is no language "${id}"`);
	return found as Language;
}
