/** Words that Java keeps for itself, and variables of the samples. */
export const reserved: ReadonlySet<string> = new Set(
	`
		_ abstract assert boolean break byte case catch char class const continue default do double else enum
		extends false final finally float for goto if implements import instanceof int interface long native
		new null package private protected public return short static strictfp super switch synchronized this
		throw throws transient true try var void volatile while yield record sealed permits
		args body client credentials env error main request response url value name
	`.split(/\s+/),
);

/** Classes that the samples name, and those of `java.lang` that everybody knows: a sample's own would hide them. */
export const classes: ReadonlySet<string> = new Set(
	`
		Boolean Byte Character Class Double Enum Error Exception Float Integer Iterable Long Math Module Number Object
		Override Process Record Runnable Runtime Short String System Thread Throwable Void
		Arrays Base64 BigDecimal BigInteger BodyHandlers BodyPublishers Duration HashMap HttpClient HttpRequest
		HttpResponse InterruptedException IOException List Map StandardCharsets StringBuilder URI
		URLEncoder
	`.split(/\s+/),
);
