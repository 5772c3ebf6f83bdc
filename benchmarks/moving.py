"""Loading and writing many quads, in time and memory, beside pyoxigraph's own; each in a process of its own."""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import pyoxigraph as ox

from benchmarks.measuring import apart, row
from govgraph.documents.document import Document, Span
from govgraph.graph.evidence import Source
from govgraph.graph.exports import write_ordered
from govgraph.graph.store import GraphStore

NQUADS = ox.RdfFormat.N_QUADS


def moving(number: int, file: Path) -> None:
    """Prints the rows for the quads in a file."""
    with tempfile.TemporaryDirectory() as folder:
        theirs, ours = f"{folder}/theirs", f"{folder}/ours"
        bulk, load = apart(partial(_bulk_load, file, theirs)), apart(partial(_load, file, ours))
        dumped, written = apart(partial(_dump, theirs)), apart(partial(_write, ours))
    row(f"loading {number:,} quads into a folder", load.seconds, bulk.seconds, "pyoxigraph's bulk load", "0.77")
    row("memory for it", load.megabytes, bulk.megabytes, "pyoxigraph's bulk load", "0.67", "MB")
    row(f"sorted TriG of {number:,} quads", written.seconds, dumped.seconds, "pyoxigraph's unsorted dump", "0.25")
    row("memory for it", written.megabytes, dumped.megabytes, "pyoxigraph's unsorted dump", "0.67", "MB")


def _bulk_load(file: Path, folder: str) -> None:
    store = ox.Store(folder)
    store.bulk_load(path=str(file), format=NQUADS)
    store.flush()


def _load(file: Path, folder: str) -> None:
    """Document by document, each in a transaction of its own, as `govgraph load` does after reading."""
    graph = GraphStore(ox.Store(folder))
    stated = (quad for quad in ox.parse(path=str(file), format=NQUADS) if isinstance(quad, ox.Quad))
    for iri, content in itertools.groupby(stated, key=_document):
        document = Document(f"{iri[-64:]}.txt", "", Span(0, 0), iri[-64:])
        graph.load(_Given(document, (), "benchmark", given=tuple(content)))
    graph.store.flush()


@dataclass(frozen=True)
class _Given(Source):
    """A source whose quads are given."""

    given: tuple[ox.Quad, ...] = ()

    @cached_property
    def quads(self) -> list[ox.Quad]:
        return list(self.given)


def _document(quad: ox.Quad) -> str:
    assert isinstance(quad.graph_name, ox.NamedNode)
    return quad.graph_name.value.partition("#")[0]


def _dump(folder: str) -> None:
    ox.Store.read_only(folder).dump(format=ox.RdfFormat.TRIG)


def _write(folder: str) -> None:
    write_ordered(GraphStore(ox.Store.read_only(folder)).ordered(), "trig")
