/** What the reader keeps for all pages: values of her own by name, and where samples read credentials from. */
export interface KeptValues {
	values: Readonly<Record<string, string>>;
	/** Samples read credentials from the environment instead of showing them. */
	environment: boolean;
	/** Kept on this device beyond the tab's life. */
	remembered: boolean;
}

/** The name of the entry in the tab's storage, or in the device's where the reader asked for it. */
export const KEPT_VALUES = 'specimen-values';

const NONE: KeptValues = { values: {}, environment: false, remembered: false };

/** What is kept; nothing where the browser keeps nothing or holds something else. */
export function readKept(): KeptValues {
	const remembered = read(() => localStorage);
	const { values, environment } = remembered ?? read(() => sessionStorage) ?? NONE;
	return { values, environment, remembered: remembered !== undefined };
}

/** Keeps values for the tab's life, or on the device; what is empty is not kept, and nothing is kept of nothing. */
export function writeKept({ values, environment, remembered }: KeptValues): void {
	const entries = Object.entries(values).filter(([, value]) => value !== '');
	const text =
		entries.length > 0 || environment
			? JSON.stringify({ values: Object.fromEntries(entries), environment })
			: undefined;
	write(() => localStorage, remembered ? text : undefined);
	write(() => sessionStorage, remembered ? undefined : text);
}

function read(storage: () => Storage): Omit<KeptValues, 'remembered'> | undefined {
	try {
		const { values, environment } = JSON.parse(storage().getItem(KEPT_VALUES) ?? '{}') as Partial<KeptValues>;
		if (typeof values !== 'object' || values === null) return undefined;
		const texts = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
		return { values: Object.fromEntries(texts), environment: environment === true };
	} catch {
		// Storage is blocked, or holds what is not ours: nothing is kept.
		return undefined;
	}
}

function write(storage: () => Storage, text: string | undefined): void {
	try {
		if (text === undefined) storage().removeItem(KEPT_VALUES);
		else storage().setItem(KEPT_VALUES, text);
	} catch {
		// Storage is blocked: the values live as long as the page.
	}
}
