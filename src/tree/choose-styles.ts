/**
 * The styles of an API that a project shows: those that its configuration lists, in the API's order, or all. Where the
 * list names none that the API has, its plain HTTP is shown.
 */
export function chooseStyles(listed: readonly string[] | undefined, known: readonly string[]): string[] {
	if (!listed) return [...known];
	const versions = listed.some((style) => style !== 'http' && known.includes(style));
	const chosen = known.filter((style) => listed.includes(style) || (style === 'sdk' && versions));
	return chosen.length > 0 ? chosen : ['http'];
}
