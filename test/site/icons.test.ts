import { expect, it } from 'vitest';
import { drawSheet, iconSheet } from '../../src/site/model/icons.ts';
import { languages } from '../../templates/index.ts';

it('has an icon for every language that names one, in the colour of the text around it', () => {
	for (const { id, icon } of languages) if (icon) expect(iconSheet).toContain(`<symbol id="${id}" viewBox=`);
	expect(iconSheet.match(/(fill|stroke)="(?!currentColor|none)[^"]*"/g)).toBeNull();
});

it('names the language whose icon there is not', () => {
	const set = { width: 1, height: 1, icons: { snake: { body: '<path/>' } } };
	expect(drawSheet([{ id: 'python', icon: 'snake' }, { id: 'cobol' }], set)).toContain('<symbol id="python"');
	expect(() => drawSheet([{ id: 'python', icon: 'constructor' }], set)).toThrow(/templates\/python .*"constructor"/);
});
