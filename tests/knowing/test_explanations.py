"""Explanations: the sentence behind a thing, its words, and what is said when nothing is known of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from govgraph import Evidence, GovgraphError, Graph
from govgraph.commands import main
from govgraph.knowing.explanations import highlighted

TEXT = """---
title: Assembly ends
date: 2013-10-24
source: https://example.org/assembly
---

The 82nd INTERPOL General Assembly closed. Nearly 600 delegates attended. Rwanda was chosen as the host country for \
the 84th session of the INTERPOL General Assembly.
"""
NAMES = [
    "session:INTERPOL/84",
    "id:interpol/general-assembly/84",
    "https://w3id.org/govgraph/id/interpol/general-assembly/84",
    "<https://w3id.org/govgraph/id/interpol/general-assembly/84>",
]
HOST = "Rwanda was chosen as the host country for the 84th session of the INTERPOL General Assembly"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "assembly.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def graph(file: Path) -> Graph:
    found = Graph()
    found.load(file)
    return found


def only(evidence: list[Evidence]) -> Evidence:
    assert len(evidence) == 1
    return evidence[0]


@pytest.mark.parametrize("thing", NAMES)
def test_iri_curie_and_flat_subject_have_the_same_explanation(thing: str, graph: Graph) -> None:
    one = only(graph.explain(thing))
    assert (one.row.subject, one.row.property, one.row.value) == ("session:INTERPOL/84", "country", "RW")
    assert one.row.quote == HOST
    assert one.sentence.exact == HOST + "."
    assert (one.sentence.title, one.sentence.file) == ("Assembly ends", "assembly.txt")
    assert (one.sentence.issued, one.sentence.source) == ("2013-10-24", "https://example.org/assembly")


def test_words_are_highlighted_where_they_stand(graph: Graph) -> None:
    assert highlighted(only(graph.explain("session:INTERPOL/84"))) == ("", HOST, ".")


def test_words_in_the_middle_of_a_sentence_are_highlighted(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("It was in Paris on Monday that Colombia hands over the INTERPOL flag to Monaco, "
                    "as the 82nd INTERPOL General Assembly closed.", encoding="utf-8")  # fmt: skip
    graph = Graph()
    graph.load(path)
    before, words, after = highlighted(only(graph.explain("session:INTERPOL/82", "handover")))
    assert before == "It was in Paris on Monday that "
    assert words.startswith("Colombia hands over the INTERPOL flag to Monaco")
    assert before + words + after == path.read_text(encoding="utf-8")


def test_reading_that_rests_on_another_sentence_names_it(graph: Graph) -> None:
    one = only(graph.explain("session:INTERPOL/82", "participants"))
    assert one.sentence.exact == "Nearly 600 delegates attended."
    assert [other.exact for other in one.support] == ["The 82nd INTERPOL General Assembly closed."]


@pytest.mark.parametrize(
    ("thing", "nearest"),
    [("session:INTERPOL/83", "session:INTERPOL/8"), ("session:INTERPOLL/84", "session:INTERPOL/84")],
)
def test_unknown_thing_names_the_nearest(thing: str, nearest: str, graph: Graph) -> None:
    with pytest.raises(GovgraphError, match=rf"{thing}: the graph says nothing of it; did you mean .*{nearest}"):
        graph.explain(thing)


def test_unknown_property_names_those_that_there_are(graph: Graph) -> None:
    with pytest.raises(GovgraphError, match=r"nothing is said of `city`; there is country"):
        graph.explain("session:INTERPOL/84", "city")


def test_command_prints_sentence_document_and_offsets(file: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "db")
    assert CliRunner().invoke(main, ["load", "--store", store, str(file)]).exit_code == 0
    result = CliRunner().invoke(main, ["explain", "--store", store, "session:INTERPOL/84", "country"])
    start = TEXT.index(HOST)
    assert result.exit_code == 0
    assert result.stdout == (
        "session:INTERPOL/84  country  RW\n"
        f"  {HOST}.\n"
        "    Assembly ends (2013-10-24)\n"
        f"    assembly.txt, characters {start} to {start + len(HOST)}, by host-chosen\n"
        "    https://example.org/assembly\n"
        "\n"
    )


def test_command_prints_a_row_as_it_is(tmp_path: Path) -> None:
    table, store = tmp_path / "sessions.csv", str(tmp_path / "db")
    row = "INTERPOL,2,1924,,,Berlin,DE,https://example.org/a"
    table.write_text(f"organisation,ordinal,year,start,end,city,country,source\n{row}\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["load", "--store", store, str(table)]).exit_code == 0
    result = CliRunner().invoke(main, ["explain", "--store", store, "session:INTERPOL/2", "city"])
    assert f"  {row}\n" in result.stdout
