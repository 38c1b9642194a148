import type { Task } from '../core/task.ts';

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The folder of each task, by its id: letters and digits kept, everything else `-`.
 * Names that would meet on a file system without case, or that mean a device, get a number.
 */
export function folderNames(tasks: readonly Task[]): Map<string, string> {
	const taken = new Set<string>();
	const names = new Map<string, string>();
	for (const { id } of tasks) {
		const plain = id.replace(/[^A-Za-z0-9]/g, '-').slice(0, 120) || '-';
		let name = DEVICES.test(plain) ? `${plain}-1` : plain;
		for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}-${number}`;
		taken.add(name.toLowerCase());
		names.set(id, name);
	}
	return names;
}
