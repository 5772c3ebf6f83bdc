"""What the graph would lose with a document: facts that nothing else says, and what follows from these."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.asking.facts import Row, facts
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import TYPE, gov
from govgraph.knowing.inference import bring_up_to_date
from govgraph.knowing.proofs import Proof, prove
from govgraph.knowing.sources import fact_of


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
    left = {fact_of(row) for row in facts(copy)}
    told = {fact_of(row): row for row in own}
    gone = {fact: row for fact, row in told.items() if fact not in left}
    before, after = _derived(store), _derived(copy)
    return Loss(
        name,
        tuple(gone.values()),
        len(told) - len(gone),
        tuple(prove(store, sorted(before - after, key=str))),
        tuple(prove(copy, sorted(after - before, key=str))),
    )


def _derived(store: GraphStore) -> set[ox.Triple]:
    described = store.store.quads_for_pattern(None, TYPE, gov("Derivation"))
    graphs = {quad.subject for quad in described if isinstance(quad.subject, ox.NamedNode)}
    return {quad.triple for graph in graphs for quad in store.store.quads_for_pattern(None, None, None, graph)}
