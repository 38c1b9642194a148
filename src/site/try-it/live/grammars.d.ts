declare module 'virtual:grammars' {
	import type { LanguageInput } from 'shiki/core';

	/** What loads each grammar, by its name. */
	export const grammars: Readonly<Record<string, LanguageInput>>;
}
