/** What stands for what was taken out. */
export const REDACTED = '[redacted]';

/** What looks like a secret, or like an address of somebody, each with what to leave of it. */
const LIKELY: readonly [pattern: RegExp, left: string][] = [
	[/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g, REDACTED],
	// A JSON Web Token
	[/\beyJ[\w-]{8,}\.[\w-]+\.?[\w-]*/g, REDACTED],
	// The user of an address: https://id:token@host
	[/(\b[a-z][a-z0-9+.-]{1,15}:\/\/)[^\s/@]+@/gi, `$1${REDACTED}@`],
	// Credentials of a request, as a header and as cURL takes them
	[/\b(Basic|Bearer|Token)\s+(?=[\w+/.~-]*[\dA-Z])[\w+/.~-]{8,}=*/g, `$1 ${REDACTED}`],
	[/(\s(?:-u|--user)[\s=]+)(["']?)[^\s:"']+:[^\s"']+\2/g, `$1${REDACTED}`],
	// password=…, "auth_token": "…"
	[
		/((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|auth[_-]?id|access[_-]?key|private[_-]?key|credentials?)["']?\s*[:=]\s*)(?:"[^"\n]{4,}"|'[^'\n]{4,}'|[^\s"',;]{6,})/gi,
		`$1${REDACTED}`,
	],
	// Keys that say by their beginning what they are
	[
		/\b(?:[rsp]k_(?:live|test)_|sk-|gh[opsur]_|github_pat_|glpat-|npm_|xox[abeprs]-|AKIA|ASIA|AIza|SG\.|ya29\.)[\w.-]{10,}/g,
		REDACTED,
	],
	// Addresses: nobody is answered by way of a comment, and none has to be looked for when somebody asks to be forgotten.
	[/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, REDACTED],
];

/** Long words with letters and digits mixed, as only machines make them; an identifier such as a UUID is none. */
const LONG_WORD = /[A-Za-z0-9+_]{20,}=*|[A-Za-z0-9_-]{32,}/g;

/** Digits of the length of a card's number, in groups or not. */
const CARD_NUMBER = /\b\d(?:[ -]?\d){12,18}\b/g;

/** A text without what looks like a secret or an e-mail address in it. */
export function redact(text: string): string {
	const known = LIKELY.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
	return known
		.replace(LONG_WORD, (word) => (isMachineMade(word) ? REDACTED : word))
		.replace(CARD_NUMBER, (digits) => (isCardNumber(digits) ? REDACTED : digits));
}

function isMachineMade(word: string): boolean {
	const digits = word.replace(/\D/g, '').length;
	const letters = word.replace(/[^A-Za-z]/g, '').length;
	const mixed = !word.includes('-') || (/[a-z]/.test(word) && /[A-Z]/.test(word));
	return digits >= 3 && letters >= 3 && mixed;
}

/** Whether the check digit is right (ISO/IEC 7812-1, the Luhn algorithm). */
function isCardNumber(text: string): boolean {
	const digits = [...text.replace(/\D/g, '')].map(Number).reverse();
	const sum = digits.reduce(
		(total, digit, at) => total + (at % 2 ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit),
		0,
	);
	return sum % 10 === 0;
}
