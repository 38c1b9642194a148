import { codeLines, type Token } from '../highlight/code-lines.ts';
import { highlight } from '../highlight/highlight.ts';

/** What `<specimen-sample>` shows of one task: `/embed/samples/<operation>.json`. */
export interface SampleJson {
	operation: string;
	title: string;
	/** The address of the task's page on the site that serves this. */
	page: string;
	languages: { id: string; label: string; panels: PanelJson[] }[];
}

/** One sample of a language, or the reason why there is none. */
export interface PanelJson {
	/** The styles that it serves. */
	styles: readonly string[];
	label: string;
	/** Each line's pieces, coloured by the letter of a class, or plain where it is empty. */
	lines?: [kind: string, text: string][][];
	reason?: string;
}

/** The file that holds a task's samples: letters and digits of its id kept, everything else `-`, as the element asks for it. */
export function sampleFile(operation: string): string {
	return operation.replace(/[^A-Za-z0-9]/g, '-');
}

/** The lines of a sample as the element draws them. */
export async function colouredLines(code: string, grammar: string): Promise<PanelJson['lines']> {
	const lines = await highlight(codeLines(code).join('\n'), grammar);
	return lines.map((tokens: Token[]) => tokens.map(({ kind = '', text }) => [kind, text]));
}
