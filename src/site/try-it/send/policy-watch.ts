/** Listens for requests that the page's own Content-Security-Policy forbids. */
export interface PolicyWatch {
	/** Whether one was forbidden since; waits until the browser has had the time to say so. */
	forbade(): Promise<boolean>;
	end(): void;
}

/** Begins to listen. The browser tells a page of a breach of policy by an event only, apart from the failed request. */
export function watchPolicy(): PolicyWatch {
	const { document } = globalThis as { document?: Document };
	let forbidden = false;
	const notice = (event: SecurityPolicyViolationEvent) => {
		forbidden ||= event.effectiveDirective === 'connect-src';
	};
	document?.addEventListener('securitypolicyviolation', notice);
	return {
		async forbade() {
			await new Promise((settle) => setTimeout(settle));
			return forbidden;
		},
		end: () => document?.removeEventListener('securitypolicyviolation', notice),
	};
}
