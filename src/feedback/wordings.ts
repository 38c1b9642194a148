/** What asks for a comment after a low rating. */
export const IMPROVE =
	'Thank you so much for rating the page, we would like to get your input for further improvements!';

/** What readers are told once they did something; pages hold the same words for those without script. */
export const said = {
	rated: '🥳 Thank you! It means a lot to us!',
	improve: 'Thank you! Below you can tell us more.',
	commented: 'Thank you for your feedback!',
	subscribed: 'Thank you! One more step: open the mail that we sent you, and confirm that you want it.',
} as const;

/** The highest rating after which a comment is asked for. */
export const LOW_RATING = 3;

/** The longest comment, in UTF-16 code units, as `maxlength` counts. */
export const COMMENT_LENGTH = 2_000;

/** The path of the page that tells what is kept. */
export const PRIVACY_PATH = '/guides/privacy/';

/**
 * The words that stand beside the subscription's form, by the name that the form sends: what somebody agrees to is kept
 * as they read it, though the page is older than the server. New words are a new entry; old ones stay while pages show them.
 */
export const consents = {
	'2026-11': 'I agree that my e-mail address is kept to tell me of changes of this API, until I unsubscribe.',
} as const;

/** The words that pages show now. */
export const CONSENT: keyof typeof consents = '2026-11';
