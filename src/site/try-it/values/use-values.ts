import { useEffect, useState } from 'preact/hooks';
import { onValues, type PageValues, pageValues } from './page-values.ts';

/** The reader's values, as a component sees them. */
export function useValues(): PageValues {
	const [values, set] = useState(pageValues());
	useEffect(() => onValues(set), []);
	return values;
}
