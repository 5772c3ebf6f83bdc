"""Two axes of time: what held at a date, and what was known at a date. Dates are EDTF (ISO 8601-2, levels 0 and 1).

Either way the graph is copied into memory without what does not belong, and what follows from the rest is worked out anew:
the answer is the one that a graph would give that never held the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from govgraph.asking.queries import bind, read_query
from govgraph.errors import QueryError
from govgraph.graph.evidence import reading_quads
from govgraph.graph.reviews import decisions_graph
from govgraph.graph.revision import issued, stored_readings
from govgraph.graph.statements import triples
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import TYPE, gov, in_graph, node
from govgraph.knowing.inference import bring_up_to_date, is_about_inference
from govgraph.resources import resource

_NO_YEAR = 9999
"""What edtf gives for a year that is left open."""


@dataclass(frozen=True)
class Slice:
    """A part of a graph in time, and how many things were left out, by why: `later`, `over`, `unknown`, `undated`."""

    store: GraphStore
    left_out: Counter[str]


def last_day(written: str, option: str) -> date:
    """The last day of an EDTF date: of 2013 the 31st of December, of 2013-10/2014-02 the 28th of February 2014.

    Raises:
        QueryError: it is no EDTF date, or has no last day; `option` is what the user gave it with.
    """
    from edtf import parse_edtf
    from edtf.parser import EDTFParseException

    try:
        year, month, day = parse_edtf(written).upper_strict()[:3]
        return date(year if year < _NO_YEAR else 0, month, day)
    except (EDTFParseException, TypeError, ValueError, AttributeError):
        raise QueryError(f"{option} {written}: is no date; write it in EDTF, like 2013-10-24, 2013-10 or 2013") from None


def known_on(store: GraphStore, day: date) -> Slice:
    """What was known at the end of a day: from documents published by then; one without a date is left out."""
    left_out: Counter[str] = Counter()
    drop: set[str] = set()
    for document in store.documents():
        published = issued(store.store, document)
        if published and last_day(published, "issued") <= day:
            continue
        left_out["later" if published and published > day.isoformat()[: len(published)] else "undated"] += 1
        drop.update(store.graphs_of(document))
    later = {
        quad.subject
        for quad in store.store.quads_for_pattern(None, node("http://purl.org/dc/terms/date"), None, node(decisions_graph()))
        if isinstance(quad.object, ox.Literal) and quad.object.value > day.isoformat()
    }
    kept = (
        quad for quad in _without_derivations(store) if str(quad.graph_name)[1:-1] not in drop and quad.subject not in later
    )
    return Slice(_copied(kept), left_out)


def as_of(store: GraphStore, day: date) -> Slice:
    """What held at a day, as far as the graph knows: `ontology/times/not-then.rq` says what did not."""
    query = bind(read_query(resource("ontology/times/not-then.rq")), {"date": day.isoformat()})
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    why = {row["thing"]: row["why"].value for row in solutions}
    rebuilt: list[ox.Quad] = []
    graphs: set[ox.NamedNode] = set()
    for document in sorted(store.documents()):
        published = issued(store.store, document)
        for one in stored_readings(store.store, document):
            graphs.add(one.sentence)
            said = triples(one.fact, published)
            if not any(triple.subject in why for triple in said):
                rebuilt.extend(in_graph(triple, one.sentence) for triple in said)
                rebuilt.extend(reading_quads(document, one.fact, one.quote, one.sentence, one.support))
    readings = {quad.subject for quad in store.store.quads_for_pattern(None, TYPE, gov("Reading"))}
    kept = [
        quad
        for quad in _without_derivations(store)
        if quad.graph_name not in graphs and quad.subject not in why and quad.subject not in readings
    ]
    return Slice(_copied([*kept, *rebuilt]), Counter(why.values()))


def _without_derivations(store: GraphStore) -> Iterator[ox.Quad]:
    for quad in store.store:
        graph = quad.graph_name
        if not isinstance(graph, ox.NamedNode) or not is_about_inference(graph.value):
            yield quad


def _copied(quads: Iterable[ox.Quad]) -> GraphStore:
    copy = GraphStore(ox.Store())
    copy.store.bulk_extend(quads)
    bring_up_to_date(copy)
    return copy
