import { askSdk } from '../../src/bind/ask-sdk.ts';
import type { Followed, SdkNames, Survey } from '../../src/bind/sdk-names.ts';

// Runs in the SDK's project, so that imports are found there.
const script = `
const { follow, survey } = JSON.parse(await new Response(process.stdin).text());

const namesOf = (value) => {
  const names = new Set();
  for (let at = value; at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) if (!/^(_|constructor$)/.test(name)) names.add(name);
  return [...names];
};
const has = (value, name) => value !== null && value !== undefined && name in Object(value);

async function start({ root, from }) {
  const [symbol, ...path] = root.replace(/^new /, '').split('.');
  const [module, name] = from.split('#');
  const all = await import(module);
  return [name === undefined ? all.default : name === '*' ? all : all[name], path, symbol];
}

async function followOne(route) {
  let value, path;
  try {
    [value, path] = await start(route);
  } catch {
    return { at: 'missing', member: -1, has: [] };
  }
  for (const name of path) {
    if (!has(value, name)) return { at: 'missing', member: -1, has: namesOf(value) };
    value = value[name];
  }
  if (value === undefined) return { at: 'missing', member: -1, has: [] };
  if (route.made) {
    const { positional, named, options } = route.args;
    const last = { ...named, ...options };
    const args = [...positional, ...(Object.keys(last).length > 0 ? [last] : [])];
    try {
      value = route.root.startsWith('new ') ? new value(...args) : value(...args);
    } catch {
      return { at: 'unseen', member: 0 };
    }
  }
  for (const [member, { name, called }] of route.members.entries()) {
    if (!has(value, name)) return { at: 'missing', member, has: namesOf(value) };
    value = value[name];
    if (called && member + 1 < route.members.length) return { at: 'unseen', member: member + 1 };
  }
  return { at: 'end' };
}

async function look(name) {
  const all = await import(name);
  const symbol = name.replace(/^.*\\//, '').replace(/(?:^|\\W+)(\\w)/g, (_, letter) => letter.toUpperCase());
  const client = Object.keys(all).filter((key) => key === symbol || key.endsWith('Client')).sort((a, b) => a.length - b.length)[0];
  if (typeof all.default === 'function' && !/^class Error/.test(String(all.default))) {
    const inside = Object.keys(all.default).find((key) => key === 'Client');
    const lower = symbol[0].toLowerCase() + symbol.slice(1);
    return inside
      ? { construct: 'new ' + lower + '.' + inside, imports: { [lower]: name }, errors: [] }
      : { construct: 'new ' + symbol, imports: { [symbol]: name }, errors: [] };
  }
  const inDefault = all.default && Object.keys(all.default).find((key) => key === 'Client');
  if (inDefault) return { construct: 'new ' + symbol.toLowerCase() + '.Client', imports: { [symbol.toLowerCase()]: name }, errors: [] };
  const found = client ?? 'Client';
  return { construct: 'new ' + found, imports: { [found]: name + '#' + found }, errors: [] };
}

const answer = follow ? await Promise.all(follow.map(followOne)) : await look(survey);
process.stdout.write('\\n' + JSON.stringify(answer) + '\\n', () => process.exit(0));
`;

const asked = { command: process.execPath, args: ['--no-warnings', '--input-type=module', '-e', script] };

/** Node: the SDK is imported, and its objects are looked at. */
export const sdkNames: SdkNames = {
	language: 'node',
	habits: {
		case: { path: 'camel', call: 'camel', name: 'camel', field: 'snake', variable: 'camel' },
		shape: { args: 'positional', options: 'option' },
		errors: { idiom: 'exceptions', catch: [], throws: {} },
		install: (name, version) => `npm install ${name}@${version}`,
		client: (name) => ({ construct: 'new Client', imports: { Client: `${name}#Client` } }),
	},
	namesAreText: true,
	survey: ({ project }) => askSdk<Survey>(asked, project, { survey: project.sdk.name }),
	follow: (routes, { project }) => askSdk<Followed[]>(asked, project, { follow: routes }),
};
