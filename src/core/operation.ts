import type { Auth } from './credential.ts';
import type { Document, Json } from './document.ts';

/** A named example of a parameter, a body or a response. */
export interface Example {
	name: string;
	summary?: string;
	value: unknown;
}

/** A media type of a body or a response. */
export interface MediaType {
	/** As written in the document, e.g. `application/json`. */
	name: string;
	schema?: unknown;
	examples: Example[];
	/** Per-property serialisation of form and multipart bodies. */
	encoding: Json;
}

/** A parameter of the path, the query, the header or a cookie. */
export interface Parameter {
	name: string;
	/** `querystring`: all of the query, described by one media type. */
	in: 'path' | 'query' | 'querystring' | 'header' | 'cookie';
	required: boolean;
	deprecated: boolean;
	description?: string;
	schema: unknown;
	style: string;
	explode: boolean;
	allowReserved: boolean;
	/** Where the parameter is described by a media type (`content`) rather than a schema. */
	mediaType?: string;
	examples: Example[];
	/** It identifies something of the reader's own: samples print `<name>` (`x-placeholder`). */
	placeholder: boolean;
	pointer: string;
}

/** A documented answer. */
export interface Response {
	/** `200`, `4XX` or `default`. */
	status: string;
	description: string;
	headers: { name: string; description?: string; schema?: unknown }[];
	mediaTypes: MediaType[];
	/** What a reader can do about an error (`x-remedy`). */
	remedy?: string;
}

/** The body of a request. */
export interface RequestBody {
	required: boolean;
	description?: string;
	mediaTypes: MediaType[];
}

/** One operation of the API, references resolved, with nothing left to look up but its schemas. */
export interface Operation {
	/** The operationId, or method and path where there is none. */
	id: string;
	/** Upper case. */
	method: string;
	/** The path template, e.g. `/Account/{auth_id}/Powerpack/`. */
	path: string;
	/** The first server's address with its variables' defaults, no slash at the end. */
	server: string;
	/** Every server's address, likewise, the first included. */
	servers: string[];
	title: string;
	description?: string;
	tag?: string;
	deprecated: boolean;
	parameters: Parameter[];
	body?: RequestBody;
	responses: Response[];
	auth: Auth[];
	/** JSON pointer of the operation in the root document. */
	pointer: string;
	/** The operation as written, for extensions. */
	source: Json;
	document: Document;
}

/** The successful answer that a sample shows: the lowest documented 2xx, else `default`, else a 1xx or 3xx. */
export function successResponse(operation: Operation): Response | undefined {
	const by = (pattern: RegExp) => operation.responses.find((response) => pattern.test(response.status));
	return by(/^2\d\d$/) ?? by(/^2XX$/i) ?? by(/^default$/) ?? by(/^[13]/);
}

/** Whether a media type carries JSON (`application/json`, `application/problem+json; charset=utf-8`…). */
export function isJsonMediaType(name: string): boolean {
	return /^[^;]*[/+]json\s*(;|$)/i.test(name.trim());
}
