"""Validation of the whole graph, beside plain pySHACL and pyshifty, and of what one more document changed."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pyoxigraph as ox
import pyshacl
import rdflib
import shifty

from benchmarks.measuring import row, seconds
from govgraph.graph.loading import read_text
from govgraph.graph.store import GraphStore
from govgraph.knowing.inference import bring_up_to_date
from govgraph.knowing.validation import as_rdflib, shape_files, validate, validate_part

TEXTS = (
    "The 70th INTERPOL General Assembly was held in Budapest, Hungary, in 2001.",
    "The 71st INTERPOL General Assembly was held in Yaounde, Cameroon, in 2002.",
)


def checking(number: int, file: Path, pyshacl_too: bool) -> None:
    """Prints the rows for the quads in a file; pySHACL takes minutes beyond some ten thousand quads."""
    store = ox.Store()
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    graph = GraphStore(store)
    graph.load_reference()
    data = as_rdflib({quad.triple for quad in store})
    shapes = rdflib.Graph()
    for name in shape_files():
        shapes.parse(name)
    fast = seconds(partial(validate, graph))
    alone = seconds(partial(shifty.validate, data, shapes, infer=False))
    row(f"validation with `govgraph[fast]`, {number:,} quads", fast, alone, "pyshifty on its own", "1")
    if pyshacl_too:
        plain = seconds(partial(pyshacl.validate, data, shacl_graph=shapes, inference=None, advanced=True))
        row(f"validation with `govgraph[fast]`, {number:,} quads", fast, plain, "plain pySHACL", "80, at 100,000")
        with patch.dict(sys.modules, {"shifty": None}):  # as if it were not installed
            installed = seconds(partial(validate, graph))
        row(f"validation as installed, {number:,} quads", installed, plain, "plain pySHACL", "12")
    _one_more(number, graph)


def _one_more(number: int, graph: GraphStore) -> None:
    """The second of two new documents, when all that is read once is read."""
    for text in TEXTS:
        source = read_text(text.encode(), f"{text[4:6]}.txt")
        graph.load(source)
        units = bring_up_to_date(graph).units
    part = seconds(partial(validate_part, graph, units, [source.iri]), 3)
    row(f"validation after one more document, {number:,} quads", part, wanted="the same at any size")
