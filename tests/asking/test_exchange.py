"""A graph goes to another store and comes back the same; only what changed is sent; a broken push is completed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.errors import QueryError
from govgraph.graph import exchange, protocol
from govgraph.graph.exchange import diff, fetched, pull, push
from govgraph.graph.loading import read_text
from govgraph.graph.protocol import Server
from govgraph.graph.remote import RemoteStore
from govgraph.graph.store import GraphStore
from govgraph.knowing.inference import bring_up_to_date
from tests.asking.servers import oxigraph, rdflib_endpoint
from tests.commands.cli import fine, govgraph

TEXTS = {
    "before": "The 81st INTERPOL General Assembly was held in Rome, Italy, in 2012.",
    "between": "The 82nd INTERPOL General Assembly was held in Cartagena, Colombia.",
    "after": "The 83rd INTERPOL General Assembly was held in Monaco in 2014.",
}
NOTHING = exchange.Difference((), (), ())


def loaded(*names: str) -> GraphStore:
    store = GraphStore(ox.Store())
    for name in names:
        store.load(read_text(TEXTS[name].encode(), f"{name}.txt"))
    bring_up_to_date(store)
    return store


@pytest.fixture(params=["oxigraph", "rdflib-endpoint"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    with oxigraph(tmp_path / "server") if request.param == "oxigraph" else rdflib_endpoint() as url:
        yield Server(url)


def test_what_is_pushed_comes_back_the_same(server: Server) -> None:
    store = loaded("before", "between", "after")
    push(store, server)
    copy = GraphStore(ox.Store())
    pull(fetched(server), copy)
    assert set(copy.quads()) == set(store.quads())
    assert diff(store, server) == NOTHING


def test_only_what_changed_is_sent_and_what_went_is_taken_out(server: Server) -> None:
    store = loaded("before", "between")
    push(store, server)
    assert push(store, server) == NOTHING
    store.load(read_text(TEXTS["after"].encode(), "after.txt"))
    bring_up_to_date(store)
    document = next(iri for iri, (_, name) in store.documents().items() if name == "after.txt")
    difference = push(store, server)
    assert document in difference.only_here
    assert not any("/document/" in name for name in (*difference.changed, *difference.only_there))
    store.remove("after.txt")
    bring_up_to_date(store)
    assert document in push(store, server).only_there
    assert diff(store, server) == NOTHING


def test_what_others_keep_there_is_left_alone(server: Server) -> None:
    server.update("INSERT DATA { GRAPH <urn:theirs> { <urn:a> <urn:b> <urn:c> } }")
    push(loaded("before"), server)
    push(loaded("after"), server)
    theirs = ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.NamedNode("urn:c"), ox.NamedNode("urn:theirs"))
    assert list(RemoteStore(server).quads_in(["urn:theirs"])) == [theirs]


def test_an_endpoint_tells_and_explains_as_the_store_does(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "store"
    fine("load", "--store", store, *(tmp_path / f"{name}.txt" for name in TEXTS))
    with oxigraph(tmp_path / "server") as url:
        fine("push", url, "--store", store)
        for words in (
            ("facts", "session:INTERPOL/82", "--format", "csv"),
            ("explain", "session:INTERPOL/82", "year"),
            ("check", "org:INTERPOL", "--format", "json"),
            ("export", "--format", "nquads"),
            ("export", "--format", "csv", "--document", "after.txt"),
        ):
            assert fine(*words, "--endpoint", url).stdout == fine(*words, "--store", store).stdout
        fine("pull", url, "--store", tmp_path / "copy")
        assert govgraph("diff", url, "--store", tmp_path / "copy").exit_code == 0
        fine("remove", "after.txt", "--store", tmp_path / "copy")
        told = govgraph("diff", url, "--store", tmp_path / "copy")
        assert told.exit_code == 1
        assert told.stdout.startswith("there    https://w3id.org/govgraph/document/")


def test_a_push_that_breaks_off_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = loaded("before", "between", "after")
    monkeypatch.setattr(exchange, "BATCH", 1)
    sent = 0

    class Breaking(Server):
        def update(self, sparql: str) -> None:
            nonlocal sent
            sent += 1
            if sent == 3:
                raise QueryError("the line is cut")
            super().update(sparql)

    with oxigraph(tmp_path / "server") as url:
        with pytest.raises(QueryError, match="the line is cut"):
            push(store, Breaking(url))
        assert diff(store, Server(url)) != NOTHING
        push(store, Server(url))
        assert diff(store, Server(url)) == NOTHING


class Moody(BaseHTTPRequestHandler):
    """Answers as the path says."""

    calls = 0

    def do_POST(self) -> None:
        type(self).calls += 1
        body = b'{"head": {"vars": ["n"]}, "results": {"bindings": []}}'
        if self.path == "/busy" and self.calls < 3:
            self.send_response(503)
            self.end_headers()
            return
        if self.path == "/guarded" and self.headers.get("Authorization") != "Bearer sesame":
            self.send_response(401)
            self.end_headers()
            return
        if self.path == "/always-busy":
            self.send_response(503)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(body) + (50 if self.path == "/half" else 0)))
        self.end_headers()
        self.wfile.write(body[:20] if self.path == "/cut" else body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def moody(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(protocol, "_PAUSE", 0.01)
    Moody.calls = 0
    found = HTTPServer(("127.0.0.1", 0), Moody)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.shutdown()


def test_who_is_busy_is_asked_again(moody: str) -> None:
    Server(moody + "/busy").ask("SELECT ?n {}")
    assert Moody.calls == 3


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/always-busy", "answers 503 Service Unavailable after 4 attempts; check the address, or try later"),
        ("/half", "breaks off in the middle of its answer"),
        ("/cut", "breaks off in the middle of its answer"),
        ("/guarded", "asks who you are; set GOVGRAPH_USER and GOVGRAPH_PASSWORD, or GOVGRAPH_TOKEN"),
    ],
)
def test_what_goes_wrong_is_told(moody: str, path: str, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        Server(moody + path, timeout=2).ask("SELECT ?n {}")
    assert moody + path in str(raised.value)
    assert told in str(raised.value)


def test_a_token_opens_the_door(moody: str) -> None:
    Server(moody + "/guarded", token="sesame").ask("SELECT ?n {}")


def test_an_empty_server_empties_no_store(tmp_path: Path) -> None:
    with oxigraph(tmp_path / "server") as url:
        result = govgraph("pull", url, "--store", tmp_path / "db")
    assert result.exit_code == 2
    assert "holds no named graph; nothing is pulled" in result.stderr
    assert not (tmp_path / "db").exists()


@pytest.mark.parametrize("url", ["file:///etc/passwd", "notaurl", "", "ftp://x/query"])
def test_what_is_no_address_is_told_at_once(url: str) -> None:
    with pytest.raises(QueryError, match="is no address of a server"):
        Server(url).ask("SELECT ?n {}")
