"""`check` on the command line: formats that parse, exit codes, and a thing that is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from .cli import fine, govgraph

TEXT = (
    "The 82nd INTERPOL General Assembly was held in Cartagena, Colombia, in 2013, with 640 delegates attending. "
    "The 81st INTERPOL General Assembly was held in Rome, Italy, in 2012."
)
OTHER = "The 82nd INTERPOL General Assembly was held in Cartagena, Colombia, in 2014, with 1,000 delegates attending."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checking")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text(OTHER, encoding="utf-8")
    fine("load", "--store", folder / "db", folder / "one.txt", folder / "two.txt")
    return folder / "db"


def test_a_conflict_has_the_sentences_on_both_sides(store: Path) -> None:
    result = govgraph("check", "--store", store, "--format", "json")
    assert result.exit_code == 1
    found = {one["check"]: one for one in json.loads(result.stdout) if one["kind"] == "conflict"}
    assert sorted(found) == ["two-attendances", "two-values"]
    sides = found["two-attendances"]["sides"]
    assert [(side["value"], side["sentences"][0]["file"]) for side in sides] == [("640", "one.txt"), ("1000", "two.txt")]
    assert [side["value"] for side in found["two-values"]["sides"]] == ["2013", "2014"]


def test_exit_codes_follow_fail_on(store: Path) -> None:
    assert govgraph("check", "--store", store, "--fail-on", "never").exit_code == 0
    assert govgraph("check", "session:INTERPOL/81", "--store", store).exit_code == 0
    assert govgraph("check", "--store", store, "--kind", "gap").exit_code == 0


def test_the_report_is_shacl(store: Path) -> None:
    result = govgraph("check", "--store", store, "--format", "turtle")
    triples = [quad.triple for quad in ox.parse(result.stdout_bytes, format=ox.RdfFormat.TURTLE)]
    results = [one for one in triples if str(one.object) == "<http://www.w3.org/ns/shacl#ValidationResult>"]
    assert len(results) == 4  # both sides of both conflicts
    assert not [one for one in triples if isinstance(one.subject, ox.BlankNode)]


def test_markdown_quotes_the_sentences(store: Path) -> None:
    result = govgraph("check", "--store", store, "--format", "markdown")
    assert result.stdout.startswith("## Conflicts (2)\n")
    assert "  > (two.txt)" in result.stdout


def test_what_is_not_in_the_graph_is_told(store: Path) -> None:
    unknown = govgraph("check", "org:Nobody at all", "--store", store)
    assert unknown.exit_code == 2
    assert "the graph says nothing of it" in unknown.stderr
