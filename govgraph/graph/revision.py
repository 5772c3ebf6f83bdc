"""A document in the store, changed as people decided: its readings are taken up again, its text is not needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pyoxigraph as ox

from govgraph.documents.document import Span
from govgraph.graph.evidence import reading_quads
from govgraph.graph.reviews import Decision, decided
from govgraph.graph.statements import triples
from govgraph.graph.terms import TYPE, gov, in_graph, node
from govgraph.reading.facts import Fact, Status

_CHARACTERS = re.compile(r"#char=(\d+),(\d+)\Z")


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading as the store has it: the fact, the words, and the graphs of its sentence and of those it rests on."""

    iri: str
    fact: Fact
    quote: str
    sentence: ox.NamedNode
    support: tuple[ox.NamedNode, ...]


def revised(
    store: ox.Store, document: str, name: str, decisions: dict[tuple[str, ...], Decision]
) -> Iterator[tuple[str, list[ox.Quad], int]]:
    """The graphs of a document that change: the IRI, all that they hold from now on, and how many readings changed.

    Nothing, where no decision concerns the document.
    """
    stored = stored_readings(store, document)
    after = {one.iri: decided([one.fact], name, decisions) for one in stored}
    changed = [one for one in stored if after[one.iri] != [one.fact]]
    if not changed:
        return
    gone = {one.iri for one in changed}
    graphs = {one.sentence for one in changed}
    own = node(document)
    kept = [
        quad
        for quad in store.quads_for_pattern(None, None, None, own)
        if str(quad.subject)[1:-1] not in gone and not (quad.predicate == gov("pattern") and quad.subject in graphs)
    ]
    for one in stored:
        if one.iri in gone or one.sentence in graphs:
            for fact in after[one.iri]:
                kept.extend(reading_quads(document, fact, one.quote, one.sentence, one.support))
    yield document, sorted(set(kept), key=str), len(changed)
    day = issued(store, document)
    for graph in sorted(graphs, key=str):
        facts = [fact for one in stored if one.sentence == graph for fact in after[one.iri]]
        said = {triple for fact in facts for triple in triples(fact, day)}
        yield graph.value, [in_graph(one, graph) for one in sorted(said, key=str)], 0


_ISSUED = node("http://purl.org/dc/terms/issued")


def issued(store: ox.Store, document: str) -> str | None:
    """The date of a document as its metadata give it: a day, a month or a year."""
    own = node(document)
    found = next((quad.object for quad in store.quads_for_pattern(own, _ISSUED, None, own)), None)
    return found.value if isinstance(found, ox.Literal) else None


def stored_readings(store: ox.Store, document: str) -> list[StoredReading]:
    """The readings of a document, given by its IRI, in the order of its text."""
    graph = node(document)
    found = []
    for typed in store.quads_for_pattern(None, TYPE, gov("Reading"), graph):
        assert isinstance(typed.subject, ox.NamedNode)
        found.append(_stored(store, typed.subject, graph))
    return sorted(found, key=lambda one: (one.fact.words.start, one.iri))


def _stored(store: ox.Store, reading: ox.NamedNode, graph: ox.NamedNode) -> StoredReading:
    cells: dict[str, str] = {}
    support: list[ox.NamedNode] = []
    for quad in store.quads_for_pattern(reading, None, None, graph):
        value = quad.object
        assert isinstance(value, ox.NamedNode | ox.Literal)
        if quad.predicate == gov("restsOn"):
            support.append(node(value.value))
        else:
            cells[quad.predicate.value.rpartition("#")[2]] = value.value
    where = _CHARACTERS.search(cells["inGraph"])
    sentence = Span(int(where[1]), int(where[2])) if where else Span(int(cells["quoteStart"]), int(cells["quoteEnd"]))
    details = dict(json.loads(cells.get("factDetails", "{}")))
    if "reviewedBy" in cells:
        details["decision"] = cells["reviewedBy"]
    fact = Fact(
        cells["factSubject"],
        cells["factProperty"],
        cells["factValue"],
        cast(Status, cells["factStatus"]),
        Span(int(cells["quoteStart"]), int(cells["quoteEnd"])),
        sentence,
        cells["pattern"],
        (),
        details,
    )
    return StoredReading(reading.value, fact, cells["quoteText"], node(cells["inGraph"]), tuple(sorted(support, key=str)))
