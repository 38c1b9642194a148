/** Words that Java keeps for itself, and variables of the samples. */
export const reserved: ReadonlySet<string> = new Set(
	`
		_ abstract assert boolean break byte case catch char class const continue default do double else enum
		extends false final finally float for goto if implements import instanceof int interface long native
		new null package private protected public return short static strictfp super switch synchronized this
		throw throws transient true try var void volatile while yield record sealed permits
		args body boundary client credentials env error main request response url value name
	`.split(/\s+/),
);

/** Classes that the samples name, and that an id of several words could be written as: a sample's own would hide them. */
export const classes: ReadonlySet<string> = new Set(
	`
		BigDecimal BigInteger BodyHandlers BodyPublisher BodyPublishers HashMap HttpClient HttpRequest HttpResponse
		InterruptedException StandardCharsets
	`.split(/\s+/),
);
