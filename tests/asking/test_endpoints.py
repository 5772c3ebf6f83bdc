"""Questions to an endpoint: the same answers as the store's, and clear words where the other side fails."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.commands.cli import fine, govgraph

QUERIES = Path(__file__).parents[1] / "queries"
FILES = ["countries.trig", "assemblies.trig", "others.trig"]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    assert isinstance(port, int)
    return port


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Oxigraph's own server with the stated graphs of the query cases."""
    program = str(Path(sys.executable).parent / "oxigraph")
    folder = str(tmp_path_factory.mktemp("server"))
    given = [word for file in FILES for word in ("--file", str(QUERIES / file))]
    subprocess.run([program, "load", "--location", folder, *given], check=True, capture_output=True)
    address = f"127.0.0.1:{free_port()}"
    words = [program, "serve-read-only", "--location", folder, "--bind", address, "--union-default-graph"]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            urlopen(f"http://{address}/", timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"http://{address}/query"
    server.terminate()
    server.wait()


@pytest.mark.parametrize("name", ["host-succession", "member-count", "gaps", "conflicting-values"])
def test_an_endpoint_answers_as_the_store_does(endpoint: str, name: str) -> None:
    expected = (QUERIES / f"{name}.csv").read_text(encoding="utf-8")
    assert fine("query", name, "--endpoint", endpoint, "--format", "csv").stdout == expected


def test_an_endpoint_constructs_triples(endpoint: str) -> None:
    printed = fine("query", "construct-succession", "--endpoint", endpoint, "--format", "ntriples").stdout
    assert set(printed.splitlines()) == set((QUERIES / "construct-succession.nt").read_text(encoding="utf-8").splitlines())


def test_settings_reach_the_endpoint(endpoint: str) -> None:
    expected = (QUERIES / "recognition-count-date.csv").read_text(encoding="utf-8")
    result = fine("query", "recognition-count", "--endpoint", endpoint, "--set", "date=2017-01-01", "--format", "csv")
    assert result.stdout.splitlines()[0] == expected.splitlines()[0]


def test_an_endpoint_that_is_not_there_is_named() -> None:
    url = f"http://127.0.0.1:{free_port()}/query"
    result = govgraph("query", "gaps", "--endpoint", url)
    assert result.exit_code == 2
    assert f"{url}: cannot be reached" in result.stderr


def test_a_query_that_the_endpoint_refuses_is_told(endpoint: str) -> None:
    result = govgraph("query", "-", "--endpoint", endpoint, text="SELECT * { ?s ?p")
    assert result.exit_code == 2
    assert f"{endpoint}: refuses the query" in result.stderr


class Page(BaseHTTPRequestHandler):
    """Answers every query with a page for people."""

    def do_POST(self) -> None:
        self.send_response(500 if self.path == "/broken" else 200)
        self.end_headers()
        self.wfile.write(b"<html><body>Sign in first</body></html>")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def website() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(("path", "told"), [("/", "answers with no SPARQL result"), ("/broken", "refuses the query")])
def test_a_page_for_people_is_no_answer(website: str, path: str, told: str) -> None:
    result = govgraph("query", "gaps", "--endpoint", website + path)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
