"""A document in the store, changed as people decided: its readings are taken up again, its text is not needed."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

import pyoxigraph as ox

from govgraph.documents.document import Span
from govgraph.graph.evidence import reading_quads
from govgraph.graph.reviews import Decision, Key, decided
from govgraph.graph.statements import triples
from govgraph.graph.terms import TYPE, gov, in_graph, node
from govgraph.reading.facts import Fact, Status

_CHARACTERS = re.compile(r"#char=(\d+),(\d+)\Z")


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading as the store has it: the fact as it is now and as it was `read`, whether it is `rejected`, the words, and the
    graphs of its sentence and of those it rests on."""

    iri: str
    fact: Fact
    read: Fact
    rejected: bool
    quote: str
    sentence: ox.NamedNode
    support: tuple[ox.NamedNode, ...]


def revised(
    store: ox.Store,
    document: str,
    called: Collection[str],
    decisions: Mapping[Key, Decision],
    met: set[Key],
) -> Iterator[tuple[str, list[ox.Quad], int]]:
    """The graphs of a document that change: the IRI, all that they hold from now on, and how many readings changed.

    `called` is what decisions may call the document; those that meet a reading are added to `met`. Nothing, where no decision
    changes the document.
    """
    stored = [*stored_readings(store, document), *stored_readings(store, document, rejected=True)]
    after = {one.iri: decided([one.read], called, decisions, met) for one in stored}
    now = {one.iri: ([], [one.fact]) if one.rejected else ([one.fact], []) for one in stored}
    changed = [one for one in stored if after[one.iri] != now[one.iri]]
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
            held, rejected = after[one.iri]
            for fact in (*held, *rejected):
                is_rejected = fact in rejected
                kept.extend(reading_quads(document, fact, one.quote, one.sentence, one.support, rejected=is_rejected))
    yield document, sorted(set(kept), key=str), len(changed)
    day = issued(store, document)
    for graph in sorted(graphs, key=str):
        facts = [fact for one in stored if one.sentence == graph for fact in after[one.iri][0]]
        said = {triple for fact in facts for triple in triples(fact, day)}
        yield graph.value, [in_graph(one, graph) for one in sorted(said, key=str)], 0


_ISSUED = node("http://purl.org/dc/terms/issued")


def issued(store: ox.Store, document: str) -> str | None:
    """The date of a document as its metadata give it: a day, a month or a year."""
    own = node(document)
    found = next((quad.object for quad in store.quads_for_pattern(own, _ISSUED, None, own)), None)
    return found.value if isinstance(found, ox.Literal) else None


def stored_readings(store: ox.Store, document: str, rejected: bool = False) -> list[StoredReading]:
    """The readings of a document, given by its IRI, in the order of its text; with `rejected`, those that people rejected."""
    graph = node(document)
    found = []
    for typed in store.quads_for_pattern(None, TYPE, gov("RejectedReading" if rejected else "Reading"), graph):
        assert isinstance(typed.subject, ox.NamedNode)
        found.append(_stored(store, typed.subject, graph, rejected))
    return sorted(found, key=lambda one: (one.fact.words.start, one.iri))


def _stored(store: ox.Store, reading: ox.NamedNode, graph: ox.NamedNode, rejected: bool) -> StoredReading:
    cells: dict[str, str] = {}
    support: list[ox.NamedNode] = []
    decisions: list[str] = []
    for quad in store.quads_for_pattern(reading, None, None, graph):
        value = quad.object
        assert isinstance(value, ox.NamedNode | ox.Literal)
        if quad.predicate == gov("restsOn"):
            support.append(node(value.value))
        elif quad.predicate == gov("reviewedBy"):
            decisions.append(value.value)
        else:
            cells[quad.predicate.value.rpartition("#")[2]] = value.value
    where = _CHARACTERS.search(cells["inGraph"])
    words = Span(int(cells["quoteStart"]), int(cells["quoteEnd"]))
    sentence = Span(int(where[1]), int(where[2])) if where else words
    details = dict(json.loads(cells.get("factDetails", "{}")))
    status = cast(Status, cells["factStatus"])
    subject, property_, said = (cells[name] for name in ("factSubject", "factProperty", "factValue"))
    fact = Fact(subject, property_, said, status, words, sentence, cells["pattern"], (), details)
    read = fact
    if "factAsRead" in cells:
        subject, property_, said = cells["factAsRead"].split(" | ", 2)
        read = replace(fact, subject=subject, property=property_, value=said, rule=cells["patternAsRead"])
        details = {**details, "read": cells["factAsRead"], "read-by": cells["patternAsRead"]}
    if decisions:
        details = {**details, "decision": " ".join(sorted(decisions))}
    fact = replace(fact, details=details)
    return StoredReading(
        reading.value, fact, read, rejected, cells["quoteText"], node(cells["inGraph"]), tuple(sorted(support, key=str))
    )
