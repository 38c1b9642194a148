/**
 * Why something was not tried. It is neither a pass nor a failure: reports count it apart, and only
 * a person who `--require`s the language turns it into a failure.
 */
export interface NotVerified {
	/** A fact, as the end of "not verified: …". */
	notVerified: string;
	/** What a person can do about it. */
	remedy?: string;
}

/** Tells a reason from a result. */
export function isNotVerified(value: unknown): value is NotVerified {
	return typeof value === 'object' && value !== null && 'notVerified' in value;
}
