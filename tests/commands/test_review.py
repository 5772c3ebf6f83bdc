"""`govgraph review`: what is put before people, and what their decisions do to the graph, also when a document comes again."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.commands.cli import fine, govgraph

TEXT = """---
date: 2030-06-05
---
The 95th INTERPOL General Assembly closed in Oslo, Norway. INTERPOL President Jon Berg spoke. In 2031 the 96th INTERPOL
General Assembly will meet in Lima, Peru.
"""
OTHER = TEXT.replace("Oslo, Norway", "Bergen, Norway").replace("Jon Berg", "Jon K. Berg").replace("Lima, Peru", "Lima, Chile")


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    for name, text in (("a.txt", TEXT), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    fine("load", "--store", tmp_path / "db", tmp_path / "a.txt", tmp_path / "b.txt")
    return tmp_path


def written(folder: Path) -> list[dict[str, str]]:
    fine("review", "--store", folder / "db", "-o", folder / "review.csv")
    with (folder / "review.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def decide(folder: Path, rows: list[dict[str, str]], name: str = "decided.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def filled(row: dict[str, str], decision: str, correction: str = "", day: str = "2030-07-01") -> dict[str, str]:
    return {**row, "decision": decision, "correction": correction, "author": "Ana Ruiz", "date": day}


def values(folder: Path, thing: str, property_: str) -> list[str]:
    out = fine("facts", "--store", folder / "db", "--format", "jsonl", thing, property_).stdout
    return sorted(json.loads(line)["value"] for line in out.splitlines())


def the(rows: list[dict[str, str]], subject: str, property_: str, value: str) -> dict[str, str]:
    return next(row for row in rows if (row["subject"], row["property"], row["value"]) == (subject, property_, value))


def test_contradictions_and_close_names_are_put_before_people(loaded: Path) -> None:
    rows = written(loaded)
    assert "other sentences say PE" in the(rows, "session:INTERPOL/96", "country", "CL")["why"]
    assert "close to person:Jon K. Berg" in the(rows, "person:Jon Berg", "holds", "President|INTERPOL")["why"]
    assert not [row for row in rows if row["property"] == "city" and row["subject"] == "session:INTERPOL/96"]


def test_a_rejected_fact_goes_and_stays_away(loaded: Path) -> None:
    table = decide(loaded, [filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "reject")])
    fine("review", "--store", loaded / "db", "--load", table)
    assert values(loaded, "session:INTERPOL/96", "country") == ["PE"]
    (loaded / "b.txt").write_text(OTHER + "INTERPOL has 196 member countries.\n", encoding="utf-8")
    fine("load", "--store", loaded / "db", loaded / "b.txt")
    assert values(loaded, "session:INTERPOL/96", "country") == ["PE"]
    assert values(loaded, "org:INTERPOL", "memberCount") == ["196"]


def test_a_rejected_fact_leaves_no_triple(loaded: Path) -> None:
    query = (
        "PREFIX gov: <https://w3id.org/govgraph/ontology#> SELECT ?c { GRAPH ?g { ?s gov:ordinal 96 ; gov:hostCountry ?c } }"
    )
    table = decide(loaded, [filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "reject")])
    fine("review", "--store", loaded / "db", "--load", table)
    out = fine("query", "--store", loaded / "db", "--format", "csv", "-", text=query).stdout
    assert "country/PE" in out
    assert "country/CL" not in out


def test_a_correction_keeps_the_words_and_names_who_decided(loaded: Path) -> None:
    table = decide(loaded, [filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "correct", "PE")])
    fine("review", "--store", loaded / "db", "--load", table)
    out = fine("facts", "--store", loaded / "db", "--format", "jsonl", "session:INTERPOL/96", "country").stdout
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["value"], row["rule"]) for row in rows if row["document"] == "b.txt"] == [("PE", "review")]
    assert all("Lima" in row["quote"] for row in rows)
    claims = fine("export", "--store", loaded / "db", "--format", "nquads").stdout
    assert '"Ana Ruiz"' in claims
    assert '"2030-07-01"^^<http://www.w3.org/2001/XMLSchema#date>' in claims


def test_a_merge_holds_in_every_document_and_can_be_undone(loaded: Path) -> None:
    row = the(written(loaded), "person:Jon K. Berg", "holds", "President|INTERPOL")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "merge", "Jon Berg")]))
    assert values(loaded, "person:Jon Berg", "holds") == ["President|INTERPOL", "President|INTERPOL"]
    assert not [one for one in written(loaded) if "close to" in one["why"]]
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "undo", "", "2030-07-02")]))
    fine("remove", "--store", loaded / "db", "b.txt")
    fine("load", "--store", loaded / "db", loaded / "b.txt")
    assert values(loaded, "person:Jon Berg", "holds") == ["President|INTERPOL"]


def test_what_was_decided_on_a_merged_person_holds_when_the_document_comes_again(loaded: Path) -> None:
    row = the(written(loaded), "person:Jon K. Berg", "holds", "President|INTERPOL")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "merge", "Jon Berg")]))
    fine(
        "review", "--store", loaded / "db", "--load", decide(loaded, [filled({**row, "subject": "person:Jon Berg"}, "reject")])
    )
    assert values(loaded, "person:Jon Berg", "holds") == ["President|INTERPOL"]
    (loaded / "b.txt").write_text(OTHER + "It rained.\n", encoding="utf-8")
    fine("load", "--store", loaded / "db", loaded / "b.txt")
    assert values(loaded, "person:Jon Berg", "holds") == ["President|INTERPOL"]


def test_an_accepted_fact_is_not_asked_about_again(loaded: Path) -> None:
    row = the(written(loaded), "session:INTERPOL/96", "country", "PE")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "accept")]))
    left = [(one["subject"], one["property"], one["value"], one["document"]) for one in written(loaded)]
    assert (row["subject"], row["property"], row["value"], row["document"]) not in left
    assert values(loaded, "session:INTERPOL/96", "country") == ["CL", "PE"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"decision": "perhaps"}, "is no decision"),
        ({"author": ""}, "needs an author"),
        ({"date": "1 July"}, "is no day"),
        ({"decision": "correct", "correction": ""}, "needs the column `correction`"),
    ],
)
def test_a_row_that_is_not_understood_names_its_line_and_changes_nothing(
    loaded: Path, change: dict[str, str], complaint: str
) -> None:
    row = {**filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "reject"), **change}
    result = govgraph("review", "--store", loaded / "db", "--load", decide(loaded, [row]))
    assert result.exit_code == 2
    assert "decided.csv:2: " in result.stderr
    assert complaint in result.stderr
    assert values(loaded, "session:INTERPOL/96", "country") == ["CL", "PE"]


def test_another_table_is_refused(loaded: Path) -> None:
    (loaded / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    result = govgraph("review", "--store", loaded / "db", "--load", loaded / "other.csv")
    assert result.exit_code == 2
    assert "other.csv:1: has no column `decision`" in result.stderr
