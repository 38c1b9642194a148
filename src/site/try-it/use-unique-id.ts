import { useState } from 'preact/hooks';

let last = 0;

/** An id that no other component of the page has; Preact's own `useId` counts anew in each tree that is rendered. */
export function useUniqueId(): string {
	const [id] = useState(() => `try-${++last}`);
	return id;
}
