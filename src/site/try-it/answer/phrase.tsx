/** A sentence of a document's Markdown as plain words: code among them stays code, a link keeps its words. */
export function Phrase({ text }: { text: string }) {
	const plain = text.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/(\*\*|__)(.+?)\1/g, '$2');
	return <>{plain.split(/`+/).map((piece, at) => (at % 2 === 0 ? piece : <code>{piece}</code>))}</>;
}
