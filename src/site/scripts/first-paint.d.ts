/** What the inline script of `shell/first-paint.ts` leaves behind. */
interface FirstPaint {
	/** Shows what the address or the storage says. */
	choose(): void;
	/** Shows a language in a style. */
	show(language: string, style: string): void;
	/** The package managers that were chosen, at most one a language. */
	managers(): string[];
	/** Chooses package managers, keeps them and shows their install lines. */
	manage(names: readonly string[]): void;
	/** Keeps a value under a name, where the browser lets it. */
	keep(name: string, value: string): void;
}

interface Window {
	specimen: FirstPaint;
}
