import { useEffect, useState } from 'preact/hooks';
import { essence } from './body-kind.ts';

interface Props {
	contentType: string;
	body: Uint8Array<ArrayBuffer>;
}

/** A body as a picture. Only ever an `<img>`: in there an SVG neither runs nor loads anything. */
export function ImageView({ contentType, body }: Props) {
	const [address, setAddress] = useState('');
	const [isBroken, setBroken] = useState(false);
	useEffect(() => {
		// The page's policy allows `data:` for pictures, and no `blob:`.
		const reader = new FileReader();
		reader.onload = () => setAddress(String(reader.result));
		reader.readAsDataURL(new Blob([body], { type: essence(contentType) }));
		setBroken(false);
		return () => reader.abort();
	}, [contentType, body]);
	if (isBroken) return <p>The browser cannot show this picture: it is no {essence(contentType)}, or is damaged.</p>;
	return address === '' ? null : (
		<img class="image-view" src={address} alt="Body of the response" onError={() => setBroken(true)} />
	);
}
