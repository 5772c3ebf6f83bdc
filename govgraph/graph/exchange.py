"""Between a store and a server: write the graph there, read it back, and tell what differs.

What is exchanged at a time is a *part*: a document with the graphs of its sentences, a profile, the derivations of a unit.
Each part that was pushed leaves a digest of its quads on the other side, written in the same update as the quads, so that the
next push sends only what changed, and a push that was broken off goes on where it stopped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.errors import QueryError
from govgraph.graph.evidence import quad_order
from govgraph.graph.protocol import Server
from govgraph.graph.remote import RemoteStore, digests_graph
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import gov, node, text
from govgraph.graph.updates import update_text

BATCH = 5_000
"""How many quads go into one update, unless a part has more."""


@dataclass(frozen=True, slots=True)
class Part:
    """Graphs that belong together: the IRI of the one that describes them, all their IRIs, and a digest of their quads."""

    name: str
    graphs: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Parts that only one side has, and parts that both have with other quads; by name, sorted."""

    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    changed: tuple[str, ...]


def parts_of(quads: Iterable[ox.Quad]) -> dict[str, Part]:
    """The parts of a graph, by name."""
    graphs: dict[str, list[ox.Quad]] = {}
    home: dict[str, str] = {}
    for quad in quads:
        graph = quad.graph_name
        if not isinstance(graph, ox.NamedNode):
            continue
        graphs.setdefault(graph.value, []).append(quad)
        if quad.predicate in (gov("inDocument"), gov("derivedFor")) and isinstance(quad.subject, ox.NamedNode):
            home[quad.subject.value] = graph.value
    members: dict[str, list[str]] = {}
    for name in sorted(graphs):
        if name != digests_graph():
            members.setdefault(home.get(name, name), []).append(name)
    found = {}
    for name, names in members.items():
        digest = hashlib.sha256()
        for graph_name in names:
            for quad in sorted(graphs[graph_name], key=quad_order):
                digest.update(str(quad).encode("utf-8", "replace") + b"\n")
        found[name] = Part(name, tuple(names), digest.hexdigest())
    return found


def push(store: GraphStore, server: Server) -> Difference:
    """Writes what changed since the last push, and takes out what is no longer here; what was never pushed is left alone.

    Returns:
        What differed before, as far as the digests there tell.

    Raises:
        QueryError: the server cannot be reached, or refuses a query or an update; what was sent until then counts.
    """
    here = parts_of(store.quads())
    there = _digests(RemoteStore(server))
    difference = _differ(_by_digest(here), {name: digest for name, (digest, _) in there.items()})
    for name in difference.only_there:
        server.update(_replaced(name, there[name][1], []))
    batch: list[str] = []
    size = 0
    for name in (*difference.changed, *difference.only_here):
        quads = [quad for graph in here[name].graphs for quad in store.store.quads_for_pattern(None, None, None, node(graph))]
        old = there[name][1] if name in there else ()
        batch.append(_replaced(name, {*old, *here[name].graphs}, [*quads, *_digest_quads(here[name])]))
        size += len(quads)
        if size >= BATCH:
            server.update(" ;\n".join(batch))
            batch, size = [], 0
    if batch:
        server.update(" ;\n".join(batch))
    return difference


def fetched(server: Server) -> list[ox.Quad]:
    """All quads of a server's named graphs.

    Raises:
        QueryError: the server cannot be reached, sends less than it has, or holds nothing.
    """
    quads = list(RemoteStore(server).quads())
    if not quads:
        raise QueryError(f"{server.url}: holds no named graph; nothing is pulled, for it would empty the store")
    return quads


def pull(quads: Sequence[ox.Quad], store: GraphStore) -> Difference:
    """Takes the quads of a server into a store, part by part, each in one transaction; what is alike is left alone.

    Returns:
        What differed before.
    """
    here, there = parts_of(store.quads()), parts_of(quads)
    difference = _differ(_by_digest(here), _by_digest(there))
    by_graph: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name)[1:-1], []).append(quad)
    for name in difference.only_here:
        store.exchange(here[name].graphs, [])
    for name in (*difference.changed, *difference.only_there):
        old = here[name].graphs if name in here else ()
        store.exchange({*old, *there[name].graphs}, [quad for graph in there[name].graphs for quad in by_graph[graph]])
    return difference


def diff(store: GraphStore, server: Server) -> Difference:
    """What the store and the server have different, quad by quad.

    Raises:
        QueryError: the server cannot be reached, or sends less than it has.
    """
    remote = parts_of(RemoteStore(server).quads())
    return _differ(_by_digest(parts_of(store.quads())), _by_digest(remote))


def _by_digest(parts: Mapping[str, Part]) -> dict[str, str]:
    return {name: part.digest for name, part in parts.items()}


def _differ(here: Mapping[str, str], there: Mapping[str, str]) -> Difference:
    return Difference(
        tuple(sorted(here.keys() - there.keys())),
        tuple(sorted(there.keys() - here.keys())),
        tuple(sorted(name for name in here.keys() & there.keys() if here[name] != there[name])),
    )


def _digests(remote: RemoteStore) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The digest and the graphs of each part that was pushed."""
    query = f"""SELECT ?name ?digest ?graph {{ GRAPH {node(digests_graph())} {{
      ?name {gov("sha256")} ?digest ; {gov("pushedGraph")} ?graph }} }} ORDER BY ?name ?graph"""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for row in remote.rows(query):
        name = row["name"].value
        found[name] = row["digest"].value, (*found.get(name, ("", ()))[1], row["graph"].value)
    return found


def _replaced(name: str, graphs: Iterable[str], content: Iterable[ox.Quad]) -> str:
    """The update that puts quads in place of a part's graphs, and of its digest."""
    digest = f"DELETE WHERE {{ GRAPH {node(digests_graph())} {{ {node(name)} ?p ?o }} }}"
    return update_text(sorted(graphs), content, digest)


def _digest_quads(part: Part) -> Iterator[ox.Quad]:
    graph = node(digests_graph())
    yield ox.Quad(node(part.name), gov("sha256"), text(part.digest), graph)
    for name in part.graphs:
        yield ox.Quad(node(part.name), gov("pushedGraph"), node(name), graph)
