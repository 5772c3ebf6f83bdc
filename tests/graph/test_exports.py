"""Exports: the same bytes in every run, machine and order; and nothing lost on the way to a format and back."""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import networkx
import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner

from govgraph import Graph
from govgraph.commands import main
from govgraph.graph.exports import write_ordered, write_quads

from .kit import DATA, lines

OX = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "json-ld": ox.RdfFormat.JSON_LD,
}
SORTED = ("turtle", "trig", "rdfxml", "json-ld", "jsonl", "graphml")
PART = [
    DATA / "documents" / "interpol" / "int-074-open.txt",
    DATA / "documents" / "assemblies" / "unwto-23.txt",
    DATA / "tables" / "sessions.csv",
    DATA / "tables" / "holders.csv",
]
SCRIPT = """
import hashlib, sys
from click.testing import CliRunner
from govgraph.commands import main
formats, store, *files = sys.argv[1:]
for file in files:
    assert CliRunner().invoke(main, ["load", "--store", store, file]).exit_code == 0
for format_ in formats.split():
    result = CliRunner().invoke(main, ["export", "--store", store, "--format", format_])
    assert result.exit_code == 0, result.output
    print(format_, hashlib.sha256(result.stdout_bytes).hexdigest())
"""


@pytest.fixture(scope="module")
def part() -> Graph:
    graph = Graph()
    graph.load(*PART)
    return graph


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("exports") / "db")
    assert CliRunner().invoke(main, ["load", "--store", folder, *map(str, PART)]).exit_code == 0
    return folder


def exported(store: str, format_: str) -> bytes:
    result = CliRunner().invoke(main, ["export", "--store", store, "--format", format_])
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def digests(folder: Path, seed: str, files: list[Path]) -> str:
    """What a process of its own exports after loading files one by one."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, " ".join(SORTED), str(folder / f"db{seed}"), *map(str, files)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    return done.stdout


def test_bytes_do_not_depend_on_hash_seed_process_or_order(tmp_path: Path) -> None:
    store, files = str(tmp_path / "db"), PART[:2]
    assert CliRunner().invoke(main, ["load", "--store", store, *map(str, files)]).exit_code == 0
    expected = "".join(f"{one} {hashlib.sha256(exported(store, one)).hexdigest()}\n" for one in SORTED)
    assert digests(tmp_path, "1", files) == expected
    assert digests(tmp_path, "77", files[::-1]) == expected


def test_bytes_do_not_depend_on_the_order_of_loading() -> None:
    files = PART[:3]
    written: set[bytes] = set()
    for order in itertools.permutations(files):
        graph = Graph()
        for file in order:
            graph.load(file)
        written.update((write_quads(graph.store.quads(), "trig"), write_ordered(graph.store.ordered(), "trig")))
    assert len(written) == 1


@pytest.mark.parametrize("format_", ["trig", "nquads", "json-ld"])
def test_formats_with_named_graphs_keep_them(format_: str, part: Graph, store: str) -> None:
    back = {str(quad) for quad in ox.parse(exported(store, format_), format=OX[format_])}
    assert back == {str(quad) for quad in part.store.quads()}


@pytest.mark.parametrize("format_", ["turtle", "ntriples", "rdfxml"])
def test_formats_without_named_graphs_have_the_union(format_: str, part: Graph, store: str) -> None:
    back = [quad.triple for quad in ox.parse(exported(store, format_), format=OX[format_])]
    assert len(back) == len(set(back))
    assert lines(back) == lines({quad.triple for quad in part.store.quads()})


@pytest.mark.parametrize(("format_", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml")])
def test_rdflib_reads_the_union(format_: str, name: str, part: Graph, store: str) -> None:
    read = rdflib.Graph().parse(data=exported(store, format_), format=name)
    union = rdflib.Graph()
    for triple in {quad.triple for quad in part.store.quads()}:
        union.parse(data=f"{triple} .", format="nt")
    assert {(s.n3(), p.n3(), o.n3()) for s, p, o in read} == {(s.n3(), p.n3(), o.n3()) for s, p, o in union}


@pytest.mark.parametrize(("format_", "name"), [("trig", "trig"), ("json-ld", "json-ld"), ("nquads", "nquads")])
def test_rdflib_reads_as_many_quads(format_: str, name: str, part: Graph, store: str) -> None:
    read = rdflib.Dataset()
    read.parse(data=exported(store, format_), format=name)
    assert sum(1 for _ in read.quads()) == sum(1 for _ in part.store.quads())


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper is not installed (Debian: raptor2-utils)")
@pytest.mark.parametrize("format_", ["ntriples", "turtle", "rdfxml", "nquads", "trig"])
def test_rapper_reads_the_same_number_of_triples(format_: str, part: Graph, store: str, tmp_path: Path) -> None:
    file = tmp_path / "graph"
    file.write_bytes(exported(store, format_))
    done = subprocess.run(
        ["rapper", "--quiet", "-i", format_, "-o", "nquads", str(file), "https://example.org/"],
        capture_output=True,
        text=True,
        check=True,
    )
    quads = list(part.store.quads())
    expected = len(quads) if format_ in ("nquads", "trig") else len({quad.triple for quad in quads})
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == expected


def test_graphml_is_the_succession_with_its_gaps(tmp_path: Path) -> None:
    table, store = tmp_path / "sessions.csv", str(tmp_path / "db")
    table.write_text(
        "organisation,ordinal,year,start,end,city,country,source\n"
        "INTERPOL,5,1929,,,,,https://example.org/a\n"
        "INTERPOL,1,1923,,,Vienna,AT,https://example.org/a\n"
        "INTERPOL,2,1924,,,,,https://example.org/a\n"
        "UNWTO,6,1985,,,,,https://example.org/a\n",
        encoding="utf-8",
    )
    assert CliRunner().invoke(main, ["load", "--store", store, str(table)]).exit_code == 0
    graph = networkx.parse_graphml(exported(store, "graphml").decode())
    base = "https://w3id.org/govgraph/id"
    first, second, fifth = (f"{base}/interpol/general-assembly/{number}" for number in (1, 2, 5))
    other = f"{base}/unwto/general-assembly/6"
    assert set(graph.nodes) == {first, second, fifth, other}
    assert {(a, b, told["gap"]) for a, b, told in graph.edges(data=True)} == {(first, second, 0), (second, fifth, 2)}
    assert graph.nodes[first]["city"] == "Vienna"
    assert (graph.nodes[first]["year"], graph.nodes[first]["country"]) == ("1923", "Austria")


def test_export_of_one_document_has_only_its_quads(part: Graph, store: str) -> None:
    digest = hashlib.sha256(PART[0].read_bytes()).hexdigest()
    result = CliRunner().invoke(main, ["export", "--store", store, "--format", "nquads", "--document", "int-074-open.txt"])
    found = {str(quad.graph_name) for quad in ox.parse(result.stdout_bytes, format=ox.RdfFormat.N_QUADS)}
    expected = {str(quad.graph_name) for quad in part.store.quads() if digest in str(quad.graph_name)}
    assert found == expected
    assert len(found) > 3


def test_rdfxml_of_a_text_with_a_form_feed_is_well_formed(tmp_path: Path) -> None:
    text, store = tmp_path / "paged.txt", str(tmp_path / "db")
    text.write_text("The 82nd INTERPOL General Assembly closed\x0c in Oslo, Norway.", encoding="utf-8")
    assert CliRunner().invoke(main, ["load", "--store", store, str(text)]).exit_code == 0
    ElementTree.fromstring(exported(store, "rdfxml"))
