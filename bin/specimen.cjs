#!/usr/bin/env node
/*
 * Starts the command on a Node that can run it: this one, or else the one that npm brought along with the package where
 * there is one for this system. Its syntax is that of an old Node, which has to get far enough to say what is missing.
 */
'use strict';
const childProcess = require('child_process');
const path = require('path');
const url = require('url');

/* The first Node with all that Specimen uses: TypeScript in specimen.config.ts, and hooks that load templates. */
const NEEDED = [22, 18];
const main = path.join(__dirname, '../lib/src/cli/main.js');

function isEnough(version) {
	const [major, minor] = version.split('.').map(Number);
	return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

function bundledNode() {
	const isWindows = process.platform === 'win32';
	const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
	try {
		return path.join(path.dirname(require.resolve(`${name}/package.json`)), isWindows ? 'bin/node.exe' : 'bin/node');
	} catch (_error) {
		return undefined;
	}
}

function runWith(node) {
	const child = childProcess.spawn(node, [main].concat(process.argv.slice(2)), { stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('error', (error) => {
		console.error(`specimen: ${node} does not start: ${error.message}`);
		process.exitCode = 2;
	});
	child.on('exit', (code, signal) => {
		if (!signal) process.exitCode = code;
		else {
			process.removeAllListeners(signal);
			process.kill(process.pid, signal);
		}
	});
}

const node = isEnough(process.versions.node) ? process.execPath : bundledNode();
if (node === process.execPath) import(url.pathToFileURL(main).href);
else if (node) runWith(node);
else {
	console.error(
		`specimen: this is Node ${process.versions.node}, and Specimen needs ${NEEDED.join('.')} or later: https://nodejs.org`,
	);
	process.exitCode = 2;
}
