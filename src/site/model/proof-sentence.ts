import type { ProofRecord } from '../../load/load-proof.ts';

/** How much of a package manager's complaint is told. */
const REASON = 160;

/** What a record proves, in one sentence that claims no more than was done; undefined where nothing was. */
export function proofSentence(record: ProofRecord): string | undefined {
	const { outcome, level } = record;
	if (outcome === 'stand-in') return 'Not verified against the SDK itself.';
	if (outcome === 'failed') return 'The last proof of this sample failed.';
	if (outcome === 'not verified') return `Not verified${record.note ? `: ${reason(record.note)}` : ''}.`;
	// A known issue can be what kept a sample from the next level: then that was tried.
	const left = (text: string) => (outcome === 'passed' ? `; ${text}` : '');
	const request = record.departs
		? 'Sends the request known of this SDK, which is not quite the documented one,'
		: 'Sends the documented request';
	if (level === 'run') return `${request}${ranWith(record)}; the live API was not contacted.`;
	if (level === 'compile') return `Compiles${compiledWith(record)}${left('it was not run')}.`;
	if (level === 'parse') return `Parses${left('it was neither compiled nor run')}.`;
	return undefined;
}

function ranWith(record: ProofRecord): string {
	if (record.sdk) return compiledWith(record);
	return record.toolchain ? `, run with ${record.toolchain}` : '';
}

function compiledWith({ sdk, source, toolchain }: ProofRecord): string {
	if (!sdk) return toolchain ? ` with ${toolchain}` : '';
	const copy = source === 'copy' ? ' (a local copy of the SDK)' : '';
	return ` with ${sdk}${copy}${toolchain ? ` on ${toolchain}` : ''}`;
}

/** A reason without what its maintainer can do about it, on one line. */
function reason(note: string): string {
	const [first = ''] = note
		.trim()
		.replace(/\s+/g, ' ')
		.split(/\. (?=[A-Z])/);
	const text = first.replace(/\.$/, '');
	return text.length > REASON ? `${text.slice(0, REASON).trimEnd()}…` : text;
}
