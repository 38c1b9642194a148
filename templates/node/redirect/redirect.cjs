// Required before a sample: sends every connection to another machine to SPECIMEN_PORT of this one.
// Only host and port change; TLS still asks for, and verifies, the name that the sample wrote.

const net = require('node:net');

const port = Number(process.env.SPECIMEN_PORT);
const local = /^(?:localhost|127\..*|::1|::|0\.0\.0\.0)?$/;
const { connect } = net.Socket.prototype;

net.Socket.prototype.connect = function redirected(...args) {
	// Node hands on a list that it has already put in order; a caller's own arguments come as they are.
	const ordered = Array.isArray(args[0]) ? args[0] : net._normalizeArgs(args);
	const [options] = ordered;
	// A path is a local socket; the HTTP agent says null where there is none.
	if (!options.path && !local.test(options.host ?? '')) {
		ordered[0] = { ...options, host: '127.0.0.1', port, family: 4, lookup: undefined };
	}
	return connect.call(this, ordered);
};
