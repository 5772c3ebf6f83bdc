"""Loading and writing many quads, in time and memory, beside pyoxigraph's own; each in a process of its own."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from benchmarks.measuring import apart, row
from govgraph.graph.exports import write_ordered
from govgraph.graph.store import GraphStore

NQUADS = ox.RdfFormat.N_QUADS


def moving(number: int, file: Path) -> None:
    """Prints the rows for the quads in a file."""
    with tempfile.TemporaryDirectory() as folder:
        theirs, ours = f"{folder}/theirs", f"{folder}/ours"
        bulk, load = apart(partial(_bulk_load, file, theirs)), apart(partial(_load, file, ours))
        dumped, written = apart(partial(_dump, theirs)), apart(partial(_write, ours))
    assert bulk and load and dumped and written
    row(f"loading {number:,} quads into a folder", load.seconds, bulk.seconds, "pyoxigraph's bulk load", "0.77")
    row("memory for it", load.megabytes, bulk.megabytes, "pyoxigraph's bulk load", "0.67", "MB")
    row(f"sorted TriG of {number:,} quads", written.seconds, dumped.seconds, "pyoxigraph's unsorted dump", "0.25")
    row("memory for it", written.megabytes, dumped.megabytes, "pyoxigraph's unsorted dump", "0.67", "MB")


def _bulk_load(file: Path, folder: str) -> None:
    store = ox.Store(folder)
    store.bulk_load(path=str(file), format=NQUADS)
    store.flush()


def _load(file: Path, folder: str) -> None:
    graph = GraphStore(ox.Store(folder))
    graph.exchange([], ox.parse(path=str(file), format=NQUADS))
    graph.store.flush()


def _dump(folder: str) -> None:
    ox.Store.read_only(folder).dump(format=ox.RdfFormat.TRIG)


def _write(folder: str) -> None:
    write_ordered(GraphStore(ox.Store.read_only(folder)).ordered(), "trig")
