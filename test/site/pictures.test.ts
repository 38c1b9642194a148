import { expect, it } from 'vitest';
import { layOut } from '../../src/site/pictures/layout.ts';
import { isDrawable, type Picture } from '../../src/site/pictures/picture.ts';

const picture: Picture = {
	belongsTo: 'Parcels',
	title: 'Send a parcel',
	method: 'POST',
	path: '/parcels/{id}/send',
	languages: [{ label: 'Python' }],
};

it('says method, title, path, API and languages', () => {
	const text = JSON.stringify(layOut(picture));
	for (const said of ['Parcels', 'Send a parcel', 'POST', '{id}/', 'Python']) expect(text).toContain(`"${said}"`);
});

it('is not drawn where its font lacks the signs', () => {
	expect(isDrawable(picture)).toBe(true);
	expect(isDrawable({ ...picture, title: 'Größe des Pakets ändern – “schnell”' })).toBe(true);
	expect(isDrawable({ ...picture, title: '荷物を送る' })).toBe(false);
	expect(isDrawable({ ...picture, path: '/посылки' })).toBe(false);
});
