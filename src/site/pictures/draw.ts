import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { layOut, SIZE } from './layout.ts';
import type { Picture } from './picture.ts';

/** Where pictures are kept, each under a digest of all that it is drawn from. */
const CACHE = resolve('.cache/pictures');
const TOOLS = ['satori', '@resvg/resvg-js', '@fontsource/inter'] as const;
const { dependencies } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
	dependencies: Record<string, string>;
};
const tools = TOOLS.map((name) => `${name} ${dependencies[name]}`);

/** Of one package and version, so that every machine draws the same bytes. */
const fonts = ([400, 700] as const).map((weight) => ({
	name: 'Inter',
	weight,
	data: readFileSync(
		createRequire(resolve('package.json')).resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`),
	),
}));

/** A picture as PNG, drawn once and then taken from the cache. */
export async function drawPicture(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
	const element = layOut(picture);
	const digest = createHash('sha256')
		.update(JSON.stringify([tools, element]))
		.digest('hex');
	const file = join(CACHE, `${digest.slice(0, 32)}.png`);
	if (existsSync(file)) return new Uint8Array(readFileSync(file));
	const svg = await satori(element as unknown as Parameters<typeof satori>[0], { ...SIZE, fonts });
	const png = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
	mkdirSync(CACHE, { recursive: true });
	// A build that is stopped leaves no half of a picture behind.
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, png);
	renameSync(draft, file);
	return new Uint8Array(png);
}
