"""All shipped queries about one organisation, beside the same straight in pyoxigraph and in rdflib's own store."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import rdflib

from benchmarks.measuring import forked, row, seconds
from govgraph.asking.queries import Query, bind, queries, run
from govgraph.graph import iris
from govgraph.graph.store import GraphStore

ORGANISATION = "https://w3id.org/govgraph/id/organisation-3"
SETTINGS = {
    "body": f"{ORGANISATION}/assembly",
    "session": f"{ORGANISATION}/assembly/5",
    "organization": ORGANISATION,
    "office": f"{ORGANISATION}/office/president",
    "thing": ORGANISATION,
    "subject": f"{ORGANISATION}/assembly/5",
    "person": "https://w3id.org/govgraph/id/person/organisation-3-2",
}
SCAN = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
LIMIT = 60
"""Seconds after which rdflib is no longer waited for; a query broken off counts as that long."""


def asking(number: int, file: Path, rdflib_too: bool) -> None:
    """Prints the rows for the quads in a file."""
    store = ox.Store()
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    graph = GraphStore(store)
    graph.load_reference()
    asked = [(query, _settings(query)) for query in queries().values() if _settings(query)]
    ours = sum(seconds(partial(_ask, graph, query, bound), 3) for query, bound in asked)
    texts = [bind(query, bound) for query, bound in asked]
    straight = sum(seconds(partial(_straight, store, text), 3) for text in texts)
    row(f"{len(asked)} queries about one organisation, {number:,} quads", ours, straight, "the same in pyoxigraph")
    scan = seconds(partial(_scan, graph.query), 3)
    row(f"a scan, {number:,} quads", scan, seconds(partial(_scan, store.query), 3), "pyoxigraph", "0.83")
    if rdflib_too:
        theirs, broken = _rdflibs(file, texts)
        told = f"rdflib's own store ({broken} of {len(texts)} broken off after {LIMIT} s)" if broken else "rdflib's own store"
        row(f"{len(asked)} queries, {number:,} quads", ours, theirs, told, "25", at_least=broken > 0)


def _settings(query: Query) -> dict[str, str]:
    """What a query is asked about, as far as it can be asked about one organisation."""
    return {parameter.name: SETTINGS[parameter.name] for parameter in query.parameters if parameter.name in SETTINGS}


def _ask(graph: GraphStore, query: Query, settings: dict[str, str]) -> None:
    answer = run(graph, query, settings)
    assert isinstance(answer, ox.QuerySolutions | ox.QueryTriples)
    list(answer)


def _straight(store: ox.Store, text: str) -> None:
    answer = store.query(text, use_default_graph_as_union=True, prefixes=iris.prefixes())
    assert isinstance(answer, ox.QuerySolutions | ox.QueryTriples)
    list(answer)


def _scan(query: object) -> None:
    assert callable(query)
    list(query(SCAN))


def _rdflibs(file: Path, texts: Iterable[str]) -> tuple[float, int]:
    """Seconds of rdflib, and how many queries were broken off."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(str(file), format="nquads")
    head = "".join(f"PREFIX {one}: <{space}>\n" for one, space in iris.prefixes().items())
    total, broken = 0.0, 0
    for text in texts:
        spent = forked(partial(_rdflib, dataset, head + text), LIMIT)
        total += spent.seconds if spent else LIMIT
        broken += spent is None
    return total, broken


def _rdflib(dataset: rdflib.Dataset, text: str) -> None:
    list(dataset.query(text))
