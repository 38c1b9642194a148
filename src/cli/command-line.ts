/** What a person types to run a command here: through the project's own script where this run came from it. */
export function commandLine(words: string): string {
	const prefix = process.env.npm_lifecycle_event === 'specimen' ? 'npm run specimen --' : 'npx specimen';
	return `${prefix} ${words}`;
}
