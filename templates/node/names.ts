/** Words that JavaScript keeps for itself, and names that the samples use. */
export const reserved: ReadonlySet<string> = new Set(
	`
		abstract arguments await boolean break byte case catch char class const continue debugger default delete do
		double else enum eval export extends false final finally float for function goto if implements import in
		instanceof int interface let long native new null package private protected public return short static super
		switch synchronized this throw throws transient true try typeof undefined var void volatile while with yield
		AbortSignal Blob Buffer FormData JSON Response URLSearchParams body call cause console credentials encoded error
		fetch form message once openAsBlob payload process query readFile request requireEnv response result status text
	`.split(/\s+/),
);
