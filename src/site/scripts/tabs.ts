/** Moves the focus from a tab as its list's keys say (arrows wrap around, Home, End), and returns the tab that has it then. */
export function focusNext(tab: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
	const tabs = [...(tab.closest('[role=tablist]')?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
	const at = tabs.indexOf(tab);
	const targets: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
	const target = targets[event.key];
	if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined;
	event.preventDefault();
	const next = tabs.at(target % tabs.length);
	next?.focus();
	return next;
}
