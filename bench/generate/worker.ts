import { parentPort, workerData } from 'node:worker_threads';
import { loadDocument } from '../../src/load/load-document.ts';
import { shareOf, writeSamples } from './ours.ts';

/** A thread that writes the samples of its share of a document's paths, as often as it is asked, and hands them over. */
const { file, one, of, languages } = workerData as { file: string; one: number; of: number; languages: string[] };
const { document } = loadDocument(file);
if (!document || !parentPort) throw new Error(`${file} cannot be read.`);
const share = shareOf(document, one, of);
const port = parentPort;
port.on('message', () => {
	const codes: string[] = [];
	writeSamples(share, languages, (code) => codes.push(code));
	port.postMessage(codes);
});
port.postMessage('ready');
