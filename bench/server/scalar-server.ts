import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

// The peer as its own documentation runs it: the whole document, on a port of the system's choice.
const [, , file = 'spec/plivo/openapi.yaml'] = process.argv;
const app = await createMockServer({ document: readFileSync(file, 'utf8'), logger: false });
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
	process.stdout.write(`http://127.0.0.1:${port}\n`);
});
