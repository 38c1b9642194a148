/** Why a form is not taken: a status and a sentence for whoever sent it. Thrown where it is found, and answered in one place. */
export class Refusal extends Error {
	readonly status: number;
	/** Headers that belong to the status, such as `Retry-After`. */
	readonly headers: Readonly<Record<string, string>>;
	constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
		super(message);
		this.name = 'Refusal';
		this.status = status;
		this.headers = headers;
	}
}
