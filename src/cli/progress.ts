import type { Progress } from '../verify/prove.ts';
import type { Reporter } from './report.ts';

/** Shows how far a proof is: one line that changes on a terminal, one line a stage elsewhere. Nothing for machines. */
export function showProgress(reporter: Reporter): { tell: (progress: Progress) => void; end: () => void } {
	if (reporter === 'json') return { tell: () => {}, end: () => {} };
	const live = process.stderr.isTTY;
	let shown = '';
	const clear = () => {
		if (live && shown) process.stderr.write(`\r${' '.repeat(shown.length)}\r`);
		shown = '';
	};
	return {
		tell({ language, package: pack, stage, done, of }) {
			const what = `${language}${pack ? ` with ${pack}` : ''}: ${stage}`;
			if (live) {
				clear();
				shown = `${what} ${done}/${of}`;
				process.stderr.write(shown);
			} else if (stage === 'install' || done === of)
				console.error(stage === 'install' ? `${what} …` : `${what} ${done}/${of}`);
		},
		end: clear,
	};
}
