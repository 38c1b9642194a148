/** Follows every address in the pages and style sheets of a site, and returns those that lead nowhere, each with its page. */
export async function brokenLinks(origin: string): Promise<string[]> {
	const seen = new Set<string>();
	const open: { path: string; from: string }[] = [{ path: '/', from: '' }];
	const broken: string[] = [];
	for (let next = open.pop(); next; next = open.pop()) {
		const { path, from } = next;
		if (seen.has(path)) continue;
		seen.add(path);
		const response = await fetch(origin + path);
		const text = await response.text();
		if (!response.ok) broken.push(`${path} (in ${from}): ${response.status}`);
		const base = response.url;
		for (const address of addressesIn(text, response.headers.get('content-type') ?? '')) {
			const url = URL.parse(address.replaceAll('&amp;', '&'), base);
			if (url?.origin === origin) open.push({ path: url.pathname, from: path });
		}
	}
	return seen.size > 20 ? broken : [`only ${seen.size} addresses were found`];
}

function addressesIn(text: string, type: string): string[] {
	const pattern = type.includes('html') ? /\s(?:href|src)="([^"]*)"/g : /url\(["']?([^"')]+)/g;
	return /html|css/.test(type) ? [...text.matchAll(pattern)].map(([, address = '']) => address) : [];
}
