import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const addition = join(import.meta.dirname, 'redirect.go');

/** Where connections begin in Go's package net, and what is said there first. */
const entries = [
	{
		file: 'src/net/dial.go',
		head: /^func \(d \*Dialer\) DialContext\(ctx context\.Context, network, address string\).*\{$/m,
		first: 'address = redirectAddress(address)',
	},
	{
		file: 'src/net/tcpsock_posix.go',
		head: /^func \(sd \*sysDialer\) dialTCP\(ctx context\.Context, laddr, raddr \*TCPAddr\).*\{$/m,
		first: 'raddr = redirectTCPAddr(raddr)',
	},
];

/**
 * Writes the file for `go build -overlay`, which replaces files of Go's own while it compiles and
 * leaves the installation as it is. Throws where package net is not as Go 1.11 to 1.26 have it: then
 * samples could reach the internet.
 */
export function writeOverlay(folder: string, root: string): string {
	const replaced: Record<string, string> = { [join(root, 'src/net/specimen.go')]: addition };
	for (const { file, head, first } of entries) {
		const original = join(root, file);
		const source = readFileSync(original, 'utf8');
		if (!head.test(source)) throw new Error(`${original} has no line like ${head.source}`);
		const patched = join(folder, file.replaceAll('/', '-'));
		writeFileSync(
			patched,
			source.replace(head, (line) => `${line}\n\t${first}`),
		);
		replaced[original] = patched;
	}
	const overlay = join(folder, 'overlay.json');
	writeFileSync(overlay, JSON.stringify({ Replace: replaced }));
	return overlay;
}
