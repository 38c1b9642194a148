import type { Picture } from './picture.ts';

/** An element as satori takes it: what React would make of JSX. */
export interface Element {
	type: string;
	props: { style?: Readonly<Record<string, string | number>>; children?: (Element | string)[]; src?: string };
}

/** Width and height in pixels, as the services that show links ask for. */
export const SIZE = { width: 1200, height: 630 };

const INK = '#121a16';
const SOFT = '#5d6a64';
const GREEN = '#0a6a4c';
/** As the badges of the pages. */
const METHODS: Readonly<Record<string, [ink: string, paper: string]>> = {
	GET: ['#0b57a4', '#e7f0fa'],
	HEAD: ['#0b57a4', '#e7f0fa'],
	POST: [GREEN, '#e6f4ee'],
	PUT: ['#855000', '#fcf2df'],
	PATCH: ['#855000', '#fcf2df'],
	DELETE: ['#b0251c', '#fdecea'],
};
const MARK =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b6b4f"/><path d="M12.5 9 6 16l6.5 7M19.5 9 26 16l-6.5 7" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** Lays a picture out. Long texts end in an ellipsis. */
export function layOut({ belongsTo, title, method, path, languages }: Picture): Element {
	const [ink, paper] = METHODS[method ?? ''] ?? [SOFT, '#eef2f0'];
	const badge = { padding: '6px 18px', borderRadius: 12, background: paper, color: ink, fontSize: 32, fontWeight: 700 };
	const lines = (count: number) => ({ lineClamp: count, display: 'block' as const });
	return box(
		{
			...SIZE,
			boxSizing: 'border-box',
			flexDirection: 'column',
			padding: 72,
			background: '#ffffff',
			borderTop: `16px solid ${GREEN}`,
		},
		[
			box({ alignItems: 'center', color: SOFT, fontSize: 32 }, [
				image(MARK, 48),
				box({ ...lines(1), marginLeft: 20, maxWidth: 960 }, [belongsTo]),
			]),
			box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }, [
				box({ ...lines(2), color: INK, fontSize: title.length > 40 ? 64 : 80, fontWeight: 700, lineHeight: 1.15 }, [
					title,
				]),
				...(method && path
					? [
							box({ alignItems: 'center', marginTop: 36 }, [
								box(badge, [method]),
								box(
									// Whole segments: a path breaks after its slashes.
									{
										flexWrap: 'wrap',
										marginLeft: 24,
										maxWidth: 860,
										maxHeight: 84,
										overflow: 'hidden',
										color: SOFT,
										fontSize: 32,
									},
									path.split(/(?<=\/)/).map((segment) => box({}, [segment])),
								),
							]),
						]
					: []),
			]),
			box(
				{ flexWrap: 'wrap', columnGap: 27, rowGap: 12, color: SOFT, fontSize: 26 },
				languages.map(({ label, icon }) =>
					box({ alignItems: 'center' }, [
						...(icon ? [image(icon.replaceAll('currentColor', SOFT), 28)] : []),
						box({ marginLeft: 8 }, [label]),
					]),
				),
			),
		],
	);
}

function box(style: Readonly<Record<string, string | number>>, children: (Element | string)[]): Element {
	return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function image(svg: string, size: number): Element {
	const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
	return { type: 'img', props: { src, style: { width: size, height: size } } };
}
