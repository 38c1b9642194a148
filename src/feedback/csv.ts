/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, so that
 * nothing that a reader wrote is ever run by whoever opens the file.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
	if (value === null || typeof value === 'number') return String(value ?? '');
	// Spreadsheets pass over what looks empty, and over the wide forms of these signs.
	const harmless = /^\s*[=+\-@＝＋－＠|]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
