import { parseText } from '../parse-text.ts';
import { placeIn } from './foreign-text.ts';
import type { Tried } from './prove-files.ts';

/** Parses a text with its language's grammar; places where the grammar does not fit are problems at the file's own lines. */
export async function parseForeign({ source, result }: Tried): Promise<void> {
	const { language, text, file } = source;
	const opening = language.foreign.opening?.(text) ?? '';
	const faults = await parseText(language.treeSitter, file, opening + text);
	for (const { line, column = 1, message } of faults)
		result.problems.push({
			severity: 'error',
			code: 'syntax',
			message: `This is no valid ${language.label}: ${message}.`,
			hint: 'Correct it, or write no-verify after the language of the fence.',
			place: placeIn(source, line, line === 1 ? Math.max(1, column - opening.length) : column),
		});
	if (faults.length > 0) result.outcome = 'failed';
	else result.level = 'parse';
}
