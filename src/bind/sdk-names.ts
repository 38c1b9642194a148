import type { SdkProfile } from '../core/binding.ts';
import type { NotVerified } from '../verify/not-verified.ts';
import type { SdkProject, Toolchain } from '../verify/runner.ts';

/** An SDK as its package manager left it, with the tools of its language. */
export interface InstalledSdk {
	project: SdkProject;
	toolchain: Toolchain;
}

/** A member of an object on the way to a call; `called` where code calls it rather than reads it. */
export interface Member {
	name: string;
	called: boolean;
	/** Where the type comes from that the binding says it gives, in the words of the profile's `imports`. */
	gives?: string;
}

/** The way from where code begins, the making of a client or a class, to a call of the SDK. */
export interface Route {
	/** The code that begins it, without arguments: `shop.Client`, `new Shop`, or a class's name. */
	root: string;
	/** Where the root's symbol comes from, in the words of the profile's `imports`. */
	from: string;
	/** Whether the root is called (or constructed) before its members are used. */
	made: boolean;
	/** Working values to make it with: by position, by name, and as options. */
	args: { positional: string[]; named: Record<string, string>; options: Record<string, string> };
	members: Member[];
	/** The arguments that the last call is given by name. */
	named: string[];
}

/**
 * How far a route leads: to its end, to a member that is not there (-1 is the root itself, and behind the last member
 * come the named arguments), or to one that nothing tells
 * of without a request being made.
 */
export type Followed =
	| { at: 'end' }
	| { at: 'missing'; member: number; has: string[] }
	| { at: 'unseen'; member: number };

/** What a profile that is begun can learn from the SDK itself. */
export interface Survey {
	construct: string;
	imports: Record<string, string>;
	/** The classes of its errors, the most general first. */
	errors: string[];
	/** False where making the client cannot fail. */
	fails?: boolean;
}

/** What one language knows of the names of its SDKs: `templates/<language>/sdk-names.ts`. */
export interface SdkNames {
	language: string;
	/** How SDKs of the language are usually called, for a profile that is begun. */
	habits: Pick<SdkProfile, 'case' | 'shape' | 'errors'> & {
		install(name: string, version: string): string;
		/** What a client is made with where no SDK tells, with its import. */
		client(name: string): Omit<Survey, 'errors'>;
	};
	/** The files of an installed SDK hold its names as text, so that one that stands nowhere in them is not there. */
	namesAreText?: boolean;
	/** Looks for what makes a client, and for what it throws. */
	survey?(sdk: InstalledSdk): Promise<Survey | NotVerified>;
	/** Follows routes through the SDK as it is installed, in their order. Nothing is sent. */
	follow?(routes: readonly Route[], sdk: InstalledSdk): Promise<Followed[] | NotVerified>;
}
