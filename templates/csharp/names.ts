/** Words that C# keeps for itself, and variables of the samples. */
export const reserved: ReadonlySet<string> = new Set(
	`
		abstract as async await base bool break byte case catch char checked class const continue decimal default
		delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit
		in int interface internal is lock long namespace new null object operator out override params private
		protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this
		throw true try typeof uint ulong unchecked unsafe ushort using var virtual void volatile when while
		body cause client content credentials error form name request response url value
	`.split(/\s+/),
);

/** Classes that the samples name, and that an id of several words could be written as: a sample's own would hide them. */
export const classes: ReadonlySet<string> = new Set(
	`
		AggregateException AuthenticationHeaderValue ByteArrayContent FormUrlEncodedContent HttpClient HttpMethod
		HttpRequestException HttpRequestMessage HttpResponseMessage KeyValuePair MediaTypeHeaderValue
		MultipartFormDataContent StreamContent StringContent
		TaskCanceledException TimeSpan
	`.split(/\s+/),
);
