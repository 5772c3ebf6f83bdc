"""What the graph would lose with a document: facts that nothing else says, and what follows from these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.asking.facts import Row, facts
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import TYPE, gov
from govgraph.graph.units import is_derivation
from govgraph.knowing.inference import bring_up_to_date
from govgraph.knowing.proofs import Proof, prove


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes with a document, given by its file's name: `kept` counts its facts that others say too.

    `derivations` are the derived statements that would no longer stand, `new` those that would come in their place.
    """

    name: str
    facts: tuple[Row, ...]
    kept: int
    derivations: tuple[Proof, ...]
    new: tuple[Proof, ...]


def without(store: GraphStore, document: str) -> Loss:
    """What would go; the store is left as it is.

    Raises:
        UnknownThingError: there is no such document.
    """
    iri = store.find_document(document)
    name = store.documents()[iri][1]
    own = facts(store, document=iri)
    copy = GraphStore(ox.Store())
    copy.store.bulk_extend(store.quads())
    copy.remove(iri)
    bring_up_to_date(copy)
    left = {(row.subject, row.property, row.value) for row in facts(copy)}
    gone = {(row.subject, row.property, row.value): row for row in own if (row.subject, row.property, row.value) not in left}
    told = {(row.subject, row.property, row.value) for row in own}
    before, after = _derived(store), _derived(copy)
    return Loss(
        name,
        tuple(gone.values()),
        len(told) - len(gone),
        tuple(prove(store, _ordered(before - after))),
        tuple(prove(copy, _ordered(after - before))),
    )


def _derived(store: GraphStore) -> set[ox.Triple]:
    graphs = {
        quad.subject for quad in store.store.quads_for_pattern(None, TYPE, gov("Derivation")) if is_derivation(quad.subject)
    }
    return {quad.triple for graph in graphs for quad in store.store.quads_for_pattern(None, None, None, graph)}  # type: ignore[arg-type]


def _ordered(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    return sorted(triples, key=str)
