const KEY = 'specimen-mock-credentials';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Credentials for the mock, drawn once for each tab: it knows no accounts, and keeps what a reader does under whatever
 * pair she sends. They are no secret, and no API takes them.
 */
export function mockCredential(name: string): string {
	const known = read();
	const value = known[name] ?? draw(name);
	try {
		sessionStorage.setItem(KEY, JSON.stringify({ ...known, [name]: value }));
	} catch {
		// Storage is blocked: the pair lives as long as the page.
	}
	memory[name] = value;
	return value;
}

const memory: Record<string, string> = {};

function read(): Record<string, string> {
	try {
		return { ...memory, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>) };
	} catch {
		// Storage is blocked or holds what is not ours.
		return memory;
	}
}

function draw(name: string): string {
	const random = crypto.getRandomValues(new Uint8Array(12));
	return `mock-${name.replaceAll('_', '-')}-${[...random].map((byte) => LETTERS[byte % 32]).join('')}`;
}
