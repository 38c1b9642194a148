/** One step of a JSONPath (RFC 9535): `.objects`, `[0]`, `["odd name"]`. */
export function pathStep(step: string | number): string {
	if (typeof step === 'string' && /^[A-Za-z_]\w*$/.test(step)) return `.${step}`;
	return `[${JSON.stringify(step)}]`;
}
