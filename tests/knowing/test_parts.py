"""Validating a part finds in it what validating the whole finds there."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph import Graph
from govgraph.graph.units import all_units, units_of_thing
from govgraph.knowing.validation import validate, validate_part
from tests.commands.cli import govgraph

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def graph() -> Graph:
    found = Graph()
    found.load(DATA / "documents" / "others", DATA / "documents" / "assemblies", DATA / "tables")
    return found


def test_the_parts_have_the_findings_of_the_whole(graph: Graph) -> None:
    whole = set(validate(graph.store))
    parts = set(validate_part(graph.store, all_units(graph.store.store), graph.store.documents()))
    assert whole
    assert parts == whole


def test_a_part_has_no_finding_of_another(graph: Graph) -> None:
    found = validate_part(
        graph.store, units_of_thing(graph.store.store, "https://w3id.org/govgraph/id/oif/summit-of-la-francophonie/18")
    )
    assert found
    assert all(finding.focus.startswith("https://w3id.org/govgraph/id/oif/") for finding in found)


def test_load_checks_what_it_changed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "---\ndate: 2013-10-24\n---\nThe 82nd INTERPOL General Assembly, held in Cartagena in October 2013, closed.\n"
        "The 82nd INTERPOL General Assembly was held in Lyon, France, in 2014.\n",
        encoding="utf-8",
    )
    result = govgraph("load", "--validate", "--store", tmp_path / "db", tmp_path / "a.txt")
    assert result.exit_code in (0, 1)
    assert "Warning" in result.stdout
    assert "id:interpol/general-assembly/82" in result.stdout
