import type { Insertable, Selectable } from 'kysely';

/** The tables. Times are UTC as `Date.toISOString` writes them, which sort as text does, in both engines alike. */
export interface Tables {
	rating: RatingTable;
	comment: CommentTable;
	subscription: SubscriptionTable;
	delivery: DeliveryTable;
}

/** One rating of a page; nothing tells whose it is. */
export interface RatingTable {
	id: string;
	page: string;
	/** 1 to 5. */
	value: number;
	created_at: string;
	expires_at: string;
}

/** What somebody wrote about a page that they rated low, without what looked like a secret. */
export interface CommentTable {
	id: string;
	page: string;
	/** The rating that it followed, where the page's script could tell. */
	rating: number | null;
	text: string;
	created_at: string;
	expires_at: string;
}

/** An address that wants to hear of changes, and the proof that its owner agreed. */
export interface SubscriptionTable {
	id: string;
	/** In lower case; one row an address. */
	email: string;
	/** The words that stood beside the form. */
	consent_wording: string;
	consented_at: string;
	/** The address of the privacy notice that the words linked to. */
	privacy_notice: string;
	/** SHA-256 of the token in the confirmation mail, in hexadecimal digits. */
	confirm_hash: string;
	confirmed_at: string | null;
	/** Goes into every mail, so it is kept as it is; it can end the subscription and do nothing else. */
	unsubscribe_token: string;
	/** When it was last written to because somebody filled in the form. */
	mailed_at: string;
	created_at: string;
	/** Null once it is confirmed: then it lasts until its owner ends it. */
	expires_at: string | null;
}

/** One change told to one subscriber. */
export interface DeliveryTable {
	subscription_id: string;
	change_id: string;
	claimed_at: string;
	/** Null while it is being sent. */
	sent_at: string | null;
}

export type Rating = Selectable<RatingTable>;
export type Comment = Selectable<CommentTable>;
export type Subscription = Selectable<SubscriptionTable>;
export type NewSubscription = Insertable<SubscriptionTable>;
