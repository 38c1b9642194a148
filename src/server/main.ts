import { type Problem, ProblemError } from '../core/problem.ts';
import { start } from './start.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const log = (line: string) => process.stderr.write(`${line}\n`);

try {
	const { server, address } = await start({ directory: process.cwd(), environment: process.env, log });
	stopOnSignal(server);
	process.stdout.write(`Specimen is at ${address}\n`);
} catch (error) {
	if (!(error instanceof ProblemError)) throw error;
	log(describe(error.problem));
	process.exitCode = 2;
}

function describe({ place, message, hint }: Problem): string {
	const where = place ? `${place.file}:${place.line}:${place.column}: ` : '';
	return `${where}${message}${hint ? `\n${hint}` : ''}`;
}
