"""Loaded by Python as it starts: sends every connection to another machine to the capture server.

Names resolve to an address that is nobody's, connections to it go to SPECIMEN_PORT of this machine,
and every TLS context trusts SPECIMEN_CA. The Python SDKs and requests ignore proxy variables here
and there, which is why this is done below them.
"""

import importlib.util
import os
import socket
import ssl
import sys
from importlib.machinery import PathFinder

PORT = int(os.environ["SPECIMEN_PORT"])
CA = os.environ["SPECIMEN_CA"]
NOWHERE = "240.0.0.1"


def is_local(host):
    if isinstance(host, (bytes, bytearray)):
        host = host.decode("ascii", "replace")
    return not host or host in ("localhost", "::1", "0.0.0.0", "::") or host.startswith("127.")


def redirect_sockets():
    getaddrinfo = socket.getaddrinfo
    gethostbyname = socket.gethostbyname
    connect = socket.socket.connect
    connect_ex = socket.socket.connect_ex

    def target(self, address):
        inet = self.family in (socket.AF_INET, socket.AF_INET6)
        if not inet or not isinstance(address, tuple) or is_local(address[0]):
            return address
        if self.family == socket.AF_INET6:
            return ("::ffff:127.0.0.1", PORT)
        return ("127.0.0.1", PORT)

    def resolve(host, port, family=0, *rest, **named):
        if is_local(host):
            return getaddrinfo(host, port, family, *rest, **named)
        return getaddrinfo(NOWHERE, port, socket.AF_INET, *rest, **named)

    socket.getaddrinfo = resolve
    socket.gethostbyname = lambda host: gethostbyname(host if is_local(host) else NOWHERE)
    socket.socket.connect = lambda self, address: connect(self, target(self, address))
    socket.socket.connect_ex = lambda self, address: connect_ex(self, target(self, address))


def trust_authority():
    load = ssl.SSLContext.load_verify_locations

    def with_authority(original):
        def call(self, *args, **named):
            result = original(self, *args, **named)
            load(self, cafile=CA)
            return result

        return call

    for name in ("load_verify_locations", "load_default_certs", "set_default_verify_paths"):
        setattr(ssl.SSLContext, name, with_authority(getattr(ssl.SSLContext, name)))


def load_shadowed():
    """Runs the sitecustomize that this one hides, if the installation has its own."""
    here = os.path.dirname(os.path.abspath(__file__))
    path = [entry for entry in sys.path if os.path.abspath(entry or ".") != here]
    spec = PathFinder.find_spec("sitecustomize", path)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


redirect_sockets()
trust_authority()
load_shadowed()
