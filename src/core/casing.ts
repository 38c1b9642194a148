/** How a language writes a name of several words. `capital_snake` is `Remove_shortcode`, `title_snake` is `Remove_Shortcode`. */
export type Case = 'snake' | 'kebab' | 'camel' | 'pascal' | 'title_snake' | 'capital_snake';

/** The words of a name in any casing: `removeShortcode`, `IPv4Address`, `list-all_things` -> lower-case words. */
export function words(name: string): string[] {
	const parts = name
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	return parts.map((part) => part.toLowerCase());
}

/** A name in the given case. A name that begins with `=` is verbatim. */
export function recase(name: string, to: Case): string {
	return name.startsWith('=') ? name.slice(1) : joinWords(words(name), to);
}

/** Lower-case words as one name in the given case. */
export function joinWords(parts: readonly string[], to: Case): string {
	switch (to) {
		case 'snake':
			return parts.join('_');
		case 'kebab':
			return parts.join('-');
		case 'camel':
			return parts.map((part, index) => (index ? capital(part) : part)).join('');
		case 'pascal':
			return parts.map(capital).join('');
		case 'title_snake':
			return parts.map(capital).join('_');
		case 'capital_snake':
			return capital(parts.join('_'));
	}
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The words of a name in letters and digits that every file system and compiler takes: accents are left off. */
export function fileWords(name: string): string[] {
	const plain = words(name.normalize('NFKD').replace(/\p{M}+/gu, ''))
		.map((word) => word.replace(/[^a-z0-9]+/g, ''))
		.filter(Boolean);
	return plain.length > 0 ? plain : ['operation'];
}
