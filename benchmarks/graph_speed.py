"""Queries, validation, loading and writing of a generated graph beside what a user would pick instead, in one run.

    python -m benchmarks.graph_speed [QUADS ...] [--plain]

Prints Markdown: seconds of govgraph, seconds of the other, and the ratio. `--plain` measures plain pySHACL too, which takes
minutes at 100,000 quads.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import pyoxigraph as ox
import rdflib

from benchmarks.generated import quads
from govgraph.asking.queries import bind, queries, run
from govgraph.graph import iris
from govgraph.graph.exports import write_quads
from govgraph.graph.loading import read_text
from govgraph.graph.store import GraphStore
from govgraph.knowing import validation
from govgraph.knowing.inference import bring_up_to_date

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
SLOW = 20_000  # quads beyond which rdflib's store is not asked every query: it takes minutes
NEW = (
    "The 70th INTERPOL General Assembly was held in Budapest, Hungary, in 2001.",
    "The 71st INTERPOL General Assembly was held in Yaounde, Cameroon, in 2002.",
)


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The shortest of some runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def settings(parameters: Iterator[str]) -> dict[str, str]:
    """What a query is asked about, as far as it can be asked about one organisation."""
    return {name: SETTINGS[name] for name in parameters if name in SETTINGS}


def row(name: str, ours: float, other: float | None, what: str) -> None:
    """One line of the table."""
    told = f"{other:.3f} | {other / ours:.1f}" if other is not None else "– | –"
    print(f"| {name} | {ours:.3f} | {told} | {what} |", flush=True)


def questions(number: int, file: Path) -> None:
    """All shipped queries, beside the same query straight in pyoxigraph, and beside rdflib's own store."""
    store = ox.Store()
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    graph = GraphStore(store)
    graph.load_reference()
    bound = {name: settings(p.name for p in query.parameters) for name, query in queries().items()}
    ours = sum(seconds(lambda q=q, n=n: list(run(graph, q, bound[n])), 3) for n, q in queries().items())  # type: ignore[misc]
    straight = sum(
        seconds(
            lambda text=bind(q, bound[n]): list(store.query(text, use_default_graph_as_union=True, prefixes=iris.prefixes())),  # type: ignore[misc]
            3,
        )
        for n, q in queries().items()
    )
    row(f"{len(queries())} queries about one organisation, {number:,} quads", ours, straight, "the same in pyoxigraph")
    scan = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    row(
        f"a scan, {number:,} quads",
        seconds(lambda: list(graph.query(scan)), 3),
        seconds(lambda: list(store.query(scan)), 3),
        "pyoxigraph",
    )  # type: ignore[arg-type]
    if number <= SLOW:
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(str(file), format="nquads")
        theirs = 0.0
        for name, query in queries().items():
            text = "".join(f"PREFIX {one}: <{space}>\n" for one, space in iris.prefixes().items()) + bind(query, bound[name])
            theirs += seconds(lambda text=text: list(dataset.query(text)))  # type: ignore[misc]
        row(f"{len(queries())} queries, {number:,} quads", ours, theirs, "rdflib's own store")


def checking(number: int, file: Path, plain: bool) -> None:
    """Validation of the whole, beside plain pySHACL, and of what one more document changed."""
    store = ox.Store()
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    graph = GraphStore(store)
    graph.load_reference()
    ours = seconds(lambda: validation.validate(graph))
    other = None
    if plain:
        data = validation._as_rdflib({quad.triple for quad in store})  # type: ignore[arg-type]
        shapes = rdflib.Graph()
        for name in validation.shape_files():
            shapes.parse(name)
        import pyshacl

        other = seconds(lambda: pyshacl.validate(data, shacl_graph=shapes, inference=None, advanced=True))
    row(f"validation with pyshifty, {number:,} quads", ours, other, "plain pySHACL")
    for text in NEW:
        source = read_text(text.encode(), f"{text[4:6]}.txt")
        graph.load(source)
        inferred = bring_up_to_date(graph) if text == NEW[0] else None
        if inferred is None:
            units = bring_up_to_date(graph).units
            row(
                f"validation after one more document, {number:,} quads",
                seconds(lambda u=units, i=source.iri: validation.validate_part(graph, u, [i])),
                None,
                "",
            )  # type: ignore[misc]


def moving(number: int, file: Path) -> None:
    """Loading and writing, beside pyoxigraph's own."""
    with tempfile.TemporaryDirectory() as folder:
        own = ox.Store(f"{folder}/own")
        bulk = seconds(lambda: own.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS))
        graph = GraphStore(ox.Store(f"{folder}/ours"))
        found = list(quads(number))
        ours = seconds(lambda: graph.store.bulk_extend(found))
        row(f"loading {number:,} quads into a folder", ours, bulk, "pyoxigraph's bulk load of the same from a file")
        written = seconds(lambda: write_quads(graph.quads(), "trig"))
        dumped = seconds(lambda: ox.serialize(own, format=ox.RdfFormat.TRIG))
        row(f"sorted TriG of {number:,} quads", written, dumped, "pyoxigraph's unsorted dump")


def starting() -> None:
    """How long commands take to start, beside a click program that does nothing."""
    program = [sys.executable, "-c", "import click\n@click.command()\ndef main(): pass\nmain()", "--help"]
    govgraph = str(Path(sys.executable).parent / "govgraph")
    quiet = subprocess.DEVNULL
    nothing = seconds(lambda: subprocess.run(program, stdout=quiet, check=True), 5)
    row(
        "govgraph --help",
        seconds(lambda: subprocess.run([govgraph, "--help"], stdout=quiet, check=True), 5),
        nothing,
        "click alone",
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_text(NEW[0], encoding="utf-8")
        subprocess.run([govgraph, "load", "--store", f"{folder}/db", str(file)], stderr=quiet, check=True)
        words = [govgraph, "query", "host-succession", "--store", f"{folder}/db", "--format", "csv"]
        row(
            "govgraph query, small store",
            seconds(lambda: subprocess.run(words, stdout=quiet, check=True), 5),
            nothing,
            "click alone",
        )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quads", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--plain", action="store_true")
    chosen = parser.parse_args()
    versions = ", ".join(
        f"{name} {metadata.version(name)}" for name in ("pyoxigraph", "rdflib", "pyshacl", "pyshifty", "click")
    )
    print(f"Python {platform.python_version()}, {versions}\n")
    print("| what | govgraph, s | the other, s | times as long | the other is |\n| --- | --- | --- | --- | --- |")
    starting()
    for number in chosen.quads:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "graph.nq"
            file.write_text("".join(f"{quad} .\n" for quad in quads(number)), encoding="utf-8")
            questions(number, file)
            moving(number, file)
            checking(number, file, chosen.plain and number <= 100_000)


if __name__ == "__main__":
    main()
