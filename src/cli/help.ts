const shared = `
  --spec FILE        the OpenAPI file (default: every spec/*/openapi.yaml)
  --out FOLDER       the tree of samples (default: samples/<api>)
  --language L       one or more languages: python ruby node php java csharp go shell
  --style S          one or more styles: http, or those of sdk.yaml (v1, v2); sdk samples serve every version`;

const texts: Record<string, string> = {
	init: `specimen init FILE — make a project of an OpenAPI file, or add an API to one

  --name NAME        the API's folder below spec/, and the beginning of its pages' addresses (default: from the file)

Copies the file, with those it refers to, to spec/NAME/, and writes package.json, specimen.config.yaml, a CI workflow and
.gitignore where there is none. Nothing that is there is changed, but for lines added to .gitignore.`,
	generate: `specimen generate — write the samples of an API
${shared}
  --credentials env  read credentials from the environment instead of printing placeholders
  --keep-going       write what is not at fault, where otherwise nothing would be written; exit code 1 all the same

Only files that change are written; only files that the old manifest lists are deleted.`,
	check: `specimen check — compare the samples on disk with what the spec says
${shared}
  --reporter R       text (default), github, json or markdown
  --credentials env  as for generate

Exit code 1 where anything is stale, missing or left over, or a spec, a binding or mock.yaml is at fault.`,
	verify: `specimen verify — prove the samples on disk
${shared}
  --level L          parse, compile or run (default); each includes those before it
  --reporter R       text (default), github, json or markdown
  --report FILE      write every result as JSON
  --record           write what was proven to proof/<api>.json
  --require L        languages (or http) that have to be verified, not only where they can be
  --shard 2/4        the second of four parts, for a CI matrix
  --changed          only samples that the record does not hold as they are
  --stand-ins FOLDER use FOLDER/<language> where an SDK cannot be installed; such results say stand-in, never passed
  --server URL       send the samples to a server of your own instead, and tell how they end: no proof. URL takes the
                     place of the API's base URL; credentials come from the API's environment variables
  --files PATH…      prove documentation of your own instead: the fences of Markdown and MDX, and sample files by their
                     endings, with --spec, --level, --reporter and --report. What runs by itself is run, with your rights,
                     and each request has to be an operation of the document as it is documented. A fence opts out with
                     no-verify after its language; of shell scripts only those that call curl alone are run

SDKs are installed into .cache/sdk by their own package managers; SPECIMEN_SDK_<LANGUAGE>=FOLDER uses a copy of your own.`,
	upgrade: `specimen upgrade LANGUAGE VERSION — what another version of an SDK would change

  --write            move the pin in sdk/<language>.yaml, and nothing else
  --spec FILE        the OpenAPI file (default: the spec/*/openapi.yaml that has bindings for the language)

Proves the samples with the pinned version and with the other one, installed into .cache/upgrade, and prints a Markdown
table. Exit code 1 where something that works would not any more, 2 where the version could not be installed.`,
	dev: `specimen dev — the site while it is written

  --host H           the address to listen on (default: 127.0.0.1)
  --port N           the port (default: 4321, or the next that is free)

What is edited in spec/, guides/, templates/, proof/ and specimen.config.* shows at once.`,
	build: `specimen build — the site as files, for any host

  --out FOLDER       where it goes (default: dist)

SITE_URL=https://docs.example.com, or site: in specimen.config.*, makes addresses absolute where they have to be.`,
	serve: `specimen serve — serve the built site, with a mock of every API below /mock

  --host H           the address to listen on (default: 127.0.0.1, or HOST)
  --port N           the port (default: 4321, or PORT)

/healthz tells whoever watches that it answers.`,
	bind: `specimen bind --language L… — begin the bindings of an API's SDKs, and check them against the SDKs

  --language L       one or more languages: python ruby node php java csharp go
  --package P        the SDK of that language as NAME@VERSION, where sdk/<language>.yaml does not name it yet
  --spec FILE        the OpenAPI file (default: the only spec/*/openapi.yaml)
  --out FOLDER       where sdk.yaml and sdk/ lie (default: beside the OpenAPI file)
  --reporter R       text (default) or json

Adds what is missing and leaves what is there; what is guessed (from tags and operationIds) says so in a comment. The
SDK is installed into .cache/sdk, and every call is looked up in it; without a package there is only the beginning to
edit. Exit code 1 where the SDK lacks a name or a binding is at fault.`,
	sample: `specimen sample OPERATION --language L [--style S] — print one sample

  --style S          http (default where there is no SDK), v1, v2 or sdk
  --set name=value   a value of your own, as often as you like
  --unset name       leave a value out; one that is required becomes a placeholder
  --view             print what the template is rendered with, as JSON
  --spec FILE        the OpenAPI file (default: the spec/*/openapi.yaml that has the operation)
  --credentials env  read credentials from the environment`,
	overlay: `specimen overlay — write the samples as an OpenAPI Overlay (1.1) of x-codeSamples

  --spec FILE        the OpenAPI file (default: the one spec/*/openapi.yaml that there is)
  --out FILE         where to write it (default: stdout)
  --language L       one or more languages
  --style S          one or more styles
  --credentials env  read credentials from the environment instead of printing placeholders

Apply it with any tool that knows overlays. Samples that the document holds already stay; these are added to them.`,
	embed: `specimen embed --format F — write the samples of each task as a fragment for documentation that you have

  --format F         html, docusaurus, mintlify or starlight
  --check            write nothing, and end with 1 where the fragments are not what the spec says
  --spec FILE        the OpenAPI file (default: every spec/*/openapi.yaml)
  --out FOLDER       where they go (default: embed/<api>)
  --language L       one or more languages
  --style S          one or more styles
  --reporter R       text (default), github, json or markdown

Only files that change are written; only files that specimen-embed.json lists are deleted. HTML shows every sample without a
script; specimen.css and specimen.js beside it colour them and make tabs of them.`,
	feedback: `specimen feedback list | export | erase EMAIL | send — what readers sent, and what they asked for

  list               ratings by page, comments and the number of subscriptions
  export             every record as JSON; --person EMAIL: all that is kept of one person
  erase EMAIL        erase all that is kept of one person
  send               mail each subscriber the changes that they were not told of; again is harmless
  --csv              list and export: every record as CSV
  --since DATE       list and export: only what came from that day on, e.g. 2026-11-24
  --dry-run          send: say how many would be told

Works on data/feedback.sqlite, or on PostgreSQL where DATABASE_URL names it. "send" needs SMTP_URL and SITE_URL, and ends
with 1 where somebody could not be reached.`,
};

/** The help of a command, or of all. */
export function help(command?: string): string {
	return (
		(command ? texts[command] : undefined) ??
		`specimen — API samples that are proven to work

  init       begin with an OpenAPI file, or add one
  generate   write the samples of an API
  check      compare the samples on disk with what the spec says
  verify     prove the samples: parse, compile, run
  sample     print one sample
  overlay    write the samples as an OpenAPI Overlay of x-codeSamples
  embed      write the samples as fragments for Docusaurus, Mintlify, Starlight or plain HTML
  dev        show the site while it is written
  build      write the site as files
  serve      serve the built site, with a mock of the API
  bind       begin the bindings of SDKs, and check their names
  upgrade    say what another version of an SDK would change
  feedback   list, export and erase what readers sent; mail subscribers what changed

Write "specimen help COMMAND" for its options. Exit codes: 0 all is well, 1 found problems, 2 could not run.`
	);
}
