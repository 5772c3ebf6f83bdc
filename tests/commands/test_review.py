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


def test_two_names_merged_into_each_other_are_refused(loaded: Path) -> None:
    rows = written(loaded)
    one, other = (the(rows, f"person:{name}", "holds", "President|INTERPOL") for name in ("Jon Berg", "Jon K. Berg"))
    table = decide(loaded, [filled(one, "merge", "Jon K. Berg"), filled(other, "merge", "Jon Berg")])
    result = govgraph("review", "--store", loaded / "db", "--load", table)
    assert result.exit_code == 2
    assert "decided.csv:" in result.stderr
    assert "back again" in result.stderr
    assert values(loaded, "person:Jon K. Berg", "holds") == ["President|INTERPOL"]


def test_merges_are_followed_to_the_end(loaded: Path) -> None:
    rows = written(loaded)
    one, other = (the(rows, f"person:{name}", "holds", "President|INTERPOL") for name in ("Jon Berg", "Jon K. Berg"))
    table = decide(loaded, [filled(one, "merge", "Jon K. Berg"), filled(other, "merge", "Jon Karl Berg")])
    fine("review", "--store", loaded / "db", "--load", table)
    assert values(loaded, "person:Jon Karl Berg", "holds") == ["President|INTERPOL", "President|INTERPOL"]


@pytest.mark.parametrize(("decision", "correction"), [("reject", ""), ("correct", "BR"), ("correct", "session:INTERPOL/97")])
def test_undo_brings_back_what_was_read_at_once(loaded: Path, decision: str, correction: str) -> None:
    before = fine("export", "--store", loaded / "db", "--format", "nquads").stdout
    row = the(written(loaded), "session:INTERPOL/96", "country", "CL")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, decision, correction)]))
    assert values(loaded, "session:INTERPOL/96", "country") != ["CL", "PE"]
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "undo", "", "2030-07-02")]))
    assert fine("export", "--store", loaded / "db", "--format", "nquads").stdout == before


def test_a_merge_is_undone_under_the_name_that_one_sees(loaded: Path) -> None:
    row = the(written(loaded), "person:Jon K. Berg", "holds", "President|INTERPOL")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "merge", "Jon Berg")]))
    seen = {**row, "subject": "person:Jon Berg"}
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(seen, "undo", "", "2030-07-02")]))
    assert values(loaded, "person:Jon K. Berg", "holds") == ["President|INTERPOL"]


def test_a_correction_of_a_correction_holds_when_the_document_comes_again(loaded: Path) -> None:
    row = the(written(loaded), "session:INTERPOL/96", "country", "CL")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "correct", "BR")]))
    seen = {**row, "value": "BR"}
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(seen, "correct", "CO", "2030-07-02")]))
    assert values(loaded, "session:INTERPOL/96", "country") == ["CO", "PE"]
    (loaded / "b.txt").write_text(OTHER + "It rained.\n", encoding="utf-8")
    fine("load", "--store", loaded / "db", loaded / "b.txt")
    assert values(loaded, "session:INTERPOL/96", "country") == ["CO", "PE"]
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "reject", "", "2030-07-03")]))
    assert values(loaded, "session:INTERPOL/96", "country") == ["PE"]


def test_a_decision_is_on_one_of_two_documents_of_one_name(tmp_path: Path) -> None:
    for folder, country in (("x", "Chile"), ("y", "Chile"), ("z", "Peru")):
        (tmp_path / folder).mkdir()
        head = f"---\nsource: https://example.org/{folder}\n---\n"
        text = f"{head}In 2031 the 96th INTERPOL General Assembly will meet in Lima, {country}.\n"
        (tmp_path / folder / "open.txt").write_text(text, encoding="utf-8")
    fine("load", "--store", tmp_path / "db", *(tmp_path / folder for folder in "xyz"))
    rows = [row for row in written(tmp_path) if row["value"] == "CL"]
    assert [row["document"] for row in rows] == ["https://example.org/x", "https://example.org/y"]
    unclear = decide(tmp_path, [filled({**rows[0], "document": "open.txt"}, "reject")])
    result = govgraph("review", "--store", tmp_path / "db", "--load", unclear)
    assert result.exit_code == 2
    assert "decided.csv:2: 3 documents are called open.txt" in result.stderr
    fine("review", "--store", tmp_path / "db", "--load", decide(tmp_path, [filled(rows[0], "reject")]))
    assert values(tmp_path, "session:INTERPOL/96", "country") == ["CL", "PE"]


def test_a_decision_stays_with_a_document_whose_file_is_renamed(tmp_path: Path) -> None:
    head = "---\nsource: https://example.org/x\n---\n"
    (tmp_path / "a.txt").write_text(head + TEXT.partition("---\n\n")[2] + TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    fine("load", "--store", tmp_path / "db", tmp_path / "a.txt", tmp_path / "b.txt")
    row = the(written(tmp_path), "session:INTERPOL/96", "country", "PE")
    fine("review", "--store", tmp_path / "db", "--load", decide(tmp_path, [filled(row, "reject")]))
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    with (tmp_path / "c.txt").open("a", encoding="utf-8") as file:
        file.write("It rained.\n")
    fine("load", "--store", tmp_path / "db", tmp_path / "c.txt")
    assert values(tmp_path, "session:INTERPOL/96", "country") == ["CL"]


def test_a_correction_can_be_of_the_subject(loaded: Path) -> None:
    row = the(written(loaded), "person:Jon K. Berg", "holds", "President|INTERPOL")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "correct", "person:Jon Berg (Norway)")]))
    assert values(loaded, "person:Jon Berg (Norway)", "holds") == ["President|INTERPOL"]


@pytest.mark.parametrize(
    ("which", "change", "complaint"),
    [
        ("country", {"decision": "correct", "correction": "Estonia"}, "`Estonia` is no country"),
        ("country", {"decision": "correct", "correction": "session:INTERPOL/96 | year | soon"}, "`soon` is no year"),
        ("country", {"decision": "correct", "correction": "session:INTERPOL/96 | start | 4 Nov"}, "`4 Nov` is no start"),
        ("country", {"decision": "correct", "correction": "session:INTERPOL/96 | venue | Lima"}, "has no statement"),
        ("country", {"date": "20300701"}, "is no day"),
        ("holds", {"decision": "merge", "correction": "org:INTERPOL"}, "is no org"),
        ("holds", {"decision": "merge", "correction": "Jon K. Berg"}, "merged into itself"),
        ("holds", {"decision": "correct", "correction": "Director"}, "no office"),
    ],
)
def test_a_decision_that_cannot_hold_names_its_line_and_changes_nothing(
    loaded: Path, which: str, change: dict[str, str], complaint: str
) -> None:
    before = fine("export", "--store", loaded / "db", "--format", "nquads").stdout
    rows = written(loaded)
    country = the(rows, "session:INTERPOL/96", "country", "CL")
    row = country if which == "country" else the(rows, "person:Jon K. Berg", "holds", "President|INTERPOL")
    result = govgraph(
        "review", "--store", loaded / "db", "--load", decide(loaded, [country, {**filled(row, "reject"), **change}])
    )
    assert result.exit_code == 2
    assert "decided.csv:4: " in result.stderr  # the quotation of the first row runs over two lines
    assert complaint in result.stderr
    assert fine("export", "--store", loaded / "db", "--format", "nquads").stdout == before


def test_a_row_that_meets_nothing_is_named(loaded: Path) -> None:
    row = filled({**the(written(loaded), "session:INTERPOL/96", "country", "CL"), "value": "BR"}, "reject")
    said = fine("review", "--store", loaded / "db", "--load", decide(loaded, [row])).stderr
    assert "decided.csv:2: no reading is session:INTERPOL/96 | country | BR | b.txt" in said
    undo = {**row, "decision": "undo", "value": "PE", "date": "2030-07-02"}
    said = fine("review", "--store", loaded / "db", "--load", decide(loaded, [undo])).stderr
    assert "decided.csv:2: there is no decision to undo on session:INTERPOL/96 | country | PE | b.txt" in said


def test_a_table_with_semicolons_is_read(loaded: Path) -> None:
    row = filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "reject")
    with (loaded / "excel.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(row), delimiter=";")
        writer.writeheader()
        writer.writerow(row)
    fine("review", "--store", loaded / "db", "--load", loaded / "excel.csv")
    assert values(loaded, "session:INTERPOL/96", "country") == ["PE"]


def test_a_filled_in_table_is_not_written_over(loaded: Path) -> None:
    rows = written(loaded)
    table = decide(loaded, [filled(the(rows, "session:INTERPOL/96", "country", "CL"), "reject")], "review.csv")
    before = table.read_bytes()
    result = govgraph("review", "--store", loaded / "db", "-o", table)
    assert result.exit_code == 2
    assert "review.csv:2: " in result.stderr
    assert table.read_bytes() == before
    fine("review", "--store", loaded / "db", "--load", table)
    fine("review", "--store", loaded / "db", "-o", table)
    assert table.read_bytes() != before


@pytest.mark.parametrize("broken", ['"', "x" * 200_000])
def test_a_table_that_is_broken_off_names_a_line(loaded: Path, broken: str) -> None:
    table = decide(loaded, [filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "reject")])
    with table.open("a", encoding="utf-8") as file:
        file.write(f"reject,{broken}")
    result = govgraph("review", "--store", loaded / "db", "--load", table)
    assert result.exit_code == 2
    assert "decided.csv:4: " in result.stderr
    assert "Traceback" not in result.stderr


def test_the_decisions_are_written_as_a_table_that_can_be_loaded(loaded: Path, tmp_path: Path) -> None:
    row = filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "reject")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [row]))
    fine("review", "--store", loaded / "db", "--decisions", "-o", loaded / "kept.csv")
    fine("load", "--store", tmp_path / "db2", loaded / "a.txt", loaded / "b.txt")
    fine("review", "--store", tmp_path / "db2", "--load", loaded / "kept.csv")
    exports = [fine("export", "--store", tmp_path / name, "--format", "nquads").stdout for name in ("db", "db2")]
    assert exports[0] == exports[1]


def test_explain_names_who_decided_and_what_was_read(loaded: Path) -> None:
    row = {**filled(the(written(loaded), "session:INTERPOL/96", "country", "CL"), "correct", "BR"), "note": "see the map"}
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [row]))
    out = " ".join(fine("explain", "--store", loaded / "db", "session:INTERPOL/96", "country").stdout.split())
    assert "corrected by Ana Ruiz on 2030-07-01, was read as session:INTERPOL/96 | country | CL (see the map)" in out


def test_a_merged_spelling_stays_as_another_label(loaded: Path) -> None:
    row = the(written(loaded), "person:Jon K. Berg", "holds", "President|INTERPOL")
    fine("review", "--store", loaded / "db", "--load", decide(loaded, [filled(row, "merge", "Jon Berg")]))
    query = "SELECT ?name { <https://w3id.org/govgraph/id/person/jon-berg> skos:altLabel ?name }"
    assert "Jon K. Berg" in fine("query", "--store", loaded / "db", "--format", "csv", "-", text=query).stdout
