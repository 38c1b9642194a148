import { loadLanguage } from '../live/languages.ts';
import type { PageModel } from '../live/page-model.ts';
import type { Target } from '../send/target.ts';
import type { Form } from './use-form.ts';

/**
 * A request as code, as it was sent: in the style that the page shows, or in plain HTTP where the SDK lacks the call or
 * the request went to the mock, which an SDK cannot be sent to.
 */
export async function copyAs(model: PageModel, languageId: string, target: Target, form: Form): Promise<string> {
	const language = await loadLanguage(languageId);
	const shown = document.documentElement.dataset.style ?? 'http';
	const styles = target.way === 'mock' ? ['http'] : [shown, 'sdk', 'http'];
	const { values, credentials } = form;
	for (const style of styles) {
		if (!model.styles(language).includes(style)) continue;
		const made = model.write({ language, style, overrides: values, credentials, server: target.server });
		if ('code' in made) return made.code;
	}
	throw new RangeError(`${language.label} has no sample of this call.`);
}
