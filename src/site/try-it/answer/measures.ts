/** A number of bytes for people, in powers of ten: `512 B`, `1.2 kB`, `5.1 MB`. */
export function sizeText(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	const [size, unit] = bytes < 999_950 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
	return `${size.toFixed(1)} ${unit}`;
}

/** A time for people: `34 ms`, `1.2 s`. */
export function timeText(ms: number): string {
	return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** How long ago something was: `just now`, `5 min ago`, `2 h ago`. */
export function agoText(ms: number): string {
	const minutes = Math.floor(ms / 60_000);
	if (minutes < 1) return 'just now';
	return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}
