"""Servers on loopback that tests start: Oxigraph's own and rdflib-endpoint's, empty or with the stated graphs of the cases."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
app = SparqlEndpoint(graph=Dataset(default_union=True), enable_update=True)
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    assert isinstance(port, int)
    return port


@contextmanager
def running(words: list[str], address: str) -> Iterator[None]:
    """A server, from when it answers until the end of the block."""
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urlopen(f"http://{address}/", timeout=1).close()
                break
            except OSError as error:
                if getattr(error, "code", None):
                    break
                time.sleep(0.1)
        yield
    finally:
        server.kill()
        server.wait()


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Oxigraph's server with an empty store; the address at which it answers queries."""
    program = str(Path(sys.executable).parent / "oxigraph")
    address = f"127.0.0.1:{free_port()}"
    words = [program, "serve", "--location", str(folder), "--bind", address, "--union-default-graph"]
    with running(words, address):
        yield f"http://{address}/query"


@contextmanager
def rdflib_endpoint() -> Iterator[str]:
    """rdflib-endpoint with an empty dataset; it takes queries and updates at one address."""
    port = free_port()
    with running([sys.executable, "-c", RDFLIB, str(port)], f"127.0.0.1:{port}"):
        yield f"http://127.0.0.1:{port}/"
