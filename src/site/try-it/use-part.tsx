import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is loaded when it is first wanted; undefined until it has arrived. Where it cannot, it says so. */
export function usePart<Props>(
	isWanted: boolean,
	load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | undefined {
	const [part, set] = useState<{ component: ComponentType<Props> }>();
	useEffect(() => {
		if (isWanted && part?.component !== undefined && part.component !== Lost) return;
		if (isWanted)
			load().then(
				(component) => set({ component }),
				() => set({ component: Lost }),
			);
	}, [isWanted]);
	return part?.component;
}

function Lost() {
	return (
		<p class="notice" role="alert">
			A part of this page could not be loaded. Are you online?
		</p>
	);
}
