"""The public face: what `import govgraph` gives, and what a few lines of Python do with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import govgraph

TEXT = "The 82nd INTERPOL General Assembly closed. Rwanda was chosen as the host country for the 84th session."


def test_public_names_are_these() -> None:
    assert govgraph.__all__ == ["Evidence", "Finding", "GovgraphError", "Graph", "Proof", "Row", "extract"]
    assert all(getattr(govgraph, name).__name__ == name for name in govgraph.__all__)


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'govgraph' has no attribute 'nonsense'"):
        _ = govgraph.nonsense


def test_import_alone_loads_nothing_heavy() -> None:
    code = "import sys, govgraph; print(sorted({'rdflib', 'pyoxigraph', 'yaml', 'networkx'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_extract_gives_rows_with_the_words() -> None:
    rows = govgraph.extract(TEXT)
    hosts = [row for row in rows if (row.subject, row.property) == ("session:INTERPOL/84", "country")]
    assert [(row.value, row.status, row.document) for row in hosts] == [("RW", "stated", "text.txt")]
    assert hosts[0].quote == TEXT[hosts[0].start : hosts[0].end]
    assert hosts[0].quote.startswith("Rwanda was chosen as the host country")


def test_ten_lines_of_work(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    graph = govgraph.Graph(tmp_path / "db")
    assert [(one.name, one.outcome) for one in graph.load(tmp_path / "a.txt")] == [("a.txt", "added")]
    assert [row.value for row in graph.facts("session:INTERPOL/84", "country")] == ["RW"]
    assert graph.explain("session:INTERPOL/84")[0].sentence.exact.startswith("Rwanda was chosen")
    table = graph.query("SELECT ?host { ?s gov:ordinal 84 ; gov:hostCountry ?host }")
    assert (table.columns, table.rows) == (("host",), (("id:country/RW",),))
    found = graph.query("host-succession", body="id:interpol/general-assembly")
    assert ("84", "Rwanda", "RW") in {(row[0], row[3], row[4]) for row in found.rows}
    assert graph.validate() == []
    graph.export(tmp_path / "graph.nq")
    assert set(ox.parse(path=str(tmp_path / "graph.nq"))) == set(graph.store.quads())
    graph.remove("a.txt")
    assert graph.facts() == []


def test_finding_tells_what_is_wrong_of_what(tmp_path: Path) -> None:
    table = tmp_path / "sessions.csv"
    table.write_text(
        "organisation,ordinal,year,start,end,city,country,source\n"
        "INTERPOL,2,1924,1924-05-09,1924-05-01,,,https://example.org/a\n",
        encoding="utf-8",
    )
    graph = govgraph.Graph()
    graph.load(table)
    first = graph.validate()[0]
    assert isinstance(first, govgraph.Finding)
    assert first.severity == "Violation"
    assert first.focus == "https://w3id.org/govgraph/id/interpol/general-assembly/2"
    assert first.message


def test_folder_keeps_the_graph(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    graph = govgraph.Graph(str(tmp_path / "db"))
    graph.load(str(tmp_path / "a.txt"))
    rows = graph.facts()
    assert rows
    del graph
    assert govgraph.Graph(tmp_path / "db").facts() == rows


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("nonsense", "nonsense: no query of this name"),
        ("SELECT ?s { ?s && ?o }", "query:1: is no SPARQL"),
        ("ASK { ?s ?p ?o }", "answers with no table"),
        ("construct-succession", "answers with no table"),
    ],
)
def test_wrong_query_is_told(query: str, message: str) -> None:
    with pytest.raises(govgraph.GovgraphError, match=message):
        govgraph.Graph().query(query)


@pytest.mark.parametrize("name", ["graph.foo", "graph"])
def test_export_to_no_known_format_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(govgraph.GovgraphError, match="the ending tells no format"):
        govgraph.Graph().export(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_loaded_if_one_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    graph = govgraph.Graph()
    with pytest.raises(govgraph.GovgraphError, match=r"b\.txt:1: is no UTF-8"):
        graph.load(tmp_path)
    assert graph.facts() == []


def test_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(govgraph.GovgraphError, match="is a folder of something else"):
        govgraph.Graph(tmp_path)
