import { isMap, isScalar, parseDocument, type Scalar } from 'yaml';

/**
 * A profile (`sdk/<language>.yaml`) with another version of its package: `package.version`, and that version inside the
 * commands of `package.install` that spell it out. No other byte changes. Undefined where the file has no such pin.
 */
export function movePin(text: string, version: string): string | undefined {
	const file = parseDocument(text);
	const pin = file.getIn(['package', 'version'], true);
	const install = file.getIn(['package', 'install'], true);
	const commands = isMap(install) ? install.items.map(({ value }) => value) : [install];
	if (!isScalar(pin) || !pin.range || commands.length === 0 || !commands.every(isPlaced)) return undefined;
	const old = pin.source ?? String(pin.value);
	const edits = [
		// In plain style, a version of two numbers would be a number.
		{
			range: pin.range,
			to: (source: string) =>
				quoted(
					source.replace(old, () => version),
					version,
				),
		},
		...commands.map(({ range }) => ({ range, to: (source: string) => source.replaceAll(old, () => version) })),
	].sort((a, b) => b.range[0] - a.range[0]);
	let moved = text;
	for (const { range, to } of edits) {
		const [start, end] = range;
		moved = moved.slice(0, start) + to(moved.slice(start, end)) + moved.slice(end);
	}
	return moved;
}

function isPlaced(node: unknown): node is Scalar & { range: [number, number, number] } {
	return isScalar(node) && Boolean(node.range);
}

function quoted(source: string, version: string): string {
	return parseDocument(source).toJS() === version ? source : `"${version}"`;
}
