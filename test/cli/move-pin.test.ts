import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { movePin } from '../../src/cli/move-pin.ts';

const profiles = readdirSync('spec/plivo/sdk').map((name) => [name, readFileSync(`spec/plivo/sdk/${name}`, 'utf8')]);

describe('Moving the pin of a profile', () => {
	it.each(profiles)('changes the one place that names the version, and no other byte: %s', (_name, text = '') => {
		const old = /^ {2}version: (\S+)$/m.exec(text)?.[1] ?? '';
		const moved = movePin(text, '99.1.2') ?? '';
		const changed = text.split('\n').flatMap((line, index) => {
			const other = moved.split('\n')[index];
			return line === other ? [] : [[line, other]];
		});
		expect(changed.map(([line]) => line?.trim().split(':')[0])).toEqual(['version']);
		for (const [line, other] of changed) expect(other).toBe(line?.replace(old, '99.1.2'));
		expect(moved.length - text.length).toBe('99.1.2'.length - old.length);
	});

	const profile = (version: string, install: string) =>
		`# the SDK, 1.2.3\npackage:\n    name: x   # kept\n    version: ${version} # pinned 1.2.3\n    install: ${install}\r\nnotes: [1.2.3]\n`;

	it.each([
		["'1.2.3'", '"pip install x==1.2.3"', "'1.10.0'", '"pip install x==1.10.0"', '1.10.0'],
		['1.2.3', 'go get x/v7@v1.2.3', '1.10.0', 'go get x/v7@v1.10.0', '1.10.0'],
		['1.2.3', 'pip install x==1.2.3', '"2.0"', 'pip install x==2.0', '2.0'],
		['"1.2"', 'pip install x==1.2', '"2.0"', 'pip install x==2.0', '2.0'],
		['1.2.3', 'pip install x==1.2.3', '1.3.0-rc.1', 'pip install x==1.3.0-rc.1', '1.3.0-rc.1'],
	])('keeps quotes, comments and line ends: %s, %s', (version, install, movedVersion, movedInstall, to) => {
		expect(movePin(profile(version, install), to)).toBe(profile(movedVersion, movedInstall));
	});

	it('moves it in the line of each package manager that spells it out', () => {
		const map = (version: string) => `{ pip: pip install x==${version}, uv: "uv add x=={version}" }`;
		expect(movePin(profile('1.2.3', map('1.2.3')), '1.10.0')).toBe(profile('1.10.0', map('1.10.0')));
	});

	it('says nothing where a file pins nothing', () => {
		expect(movePin('package: {}\n', '1.0.0')).toBeUndefined();
		expect(movePin('', '1.0.0')).toBeUndefined();
	});
});
