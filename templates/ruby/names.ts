/** Words that Ruby keeps for itself, and names that every sample uses. */
export const reserved: ReadonlySet<string> = new Set(
	`
		__ENCODING__ __FILE__ __LINE__ alias and begin break case class def defined do else elsif end ensure
		false for if in module next nil not or redo rescue retry return self super then true undef unless
		until when while yield abort api e http name options pp puts request response result uri value
	`
		.trim()
		.split(/\s+/),
);
