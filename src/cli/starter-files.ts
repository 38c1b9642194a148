/** The scripts of a project that has no `package.json` yet. */
export function packageJson(name: string): string {
	const scripts = {
		start: 'specimen build && specimen serve',
		dev: 'specimen dev',
		build: 'specimen build',
		generate: 'specimen generate',
		check: 'specimen check',
		verify: 'specimen verify',
	};
	return `${JSON.stringify({ name, private: true, type: 'module', scripts }, null, 2)}\n`;
}

/** A configuration that says the title, and what else could be said. */
export function configYaml(title: string): string {
	return `# yaml-language-server: $schema=node_modules/specimen/lib/src/load/schemas/config.schema.json
# What can be said of the samples and the site. Everything may be left out.
title: ${JSON.stringify(title)}

# languages: [python, ruby, node, php, java, csharp, go, shell]   # in the order of the tabs
# styles: [http]                # and those of spec/<api>/sdk.yaml

# logo: logo.svg                # or { light: logo.svg, dark: logo-dark.svg }
# colours:
#   accent: "#0a6a4c"           # or { light: "#0a6a4c", dark: "#66d2a8" }
# header:
#   links: [{ label: Status, href: https://status.example.com }]
# footer:
#   text: © Example
#   links: [{ label: Terms, href: https://example.com/terms }]

# site: https://docs.example.com   # where the site is published
# base: /reference                 # the path below which it is
# csp:                             # other origins that pages may load from
#   img-src: [https://cdn.example.com]
# embed:                           # other sites that may show samples by <specimen-sample>
#   origins: [https://docs.example.com]

# versions:                     # APIs that are versions of one, newest first
#   - { my-api-v2: Version 2, my-api: Version 1 }
`;
}

/** A workflow that holds the samples against the spec, and proves them. */
export const WORKFLOW = `# Fails where a sample is not what the spec says, or does not work.
name: Code samples
on:
  push:
    branches: [main]
  pull_request:
jobs:
  samples:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npm install
      - run: npx specimen check --reporter github
      # Runs what this machine has languages for, and tells the rest; --require python,http makes what is missing a failure.
      - run: npx specimen verify --reporter github
`;

/** What is made again at any time, and kept out of a repository. */
export const IGNORED = ['node_modules/', 'dist/', '.astro/', '.cache/'];
