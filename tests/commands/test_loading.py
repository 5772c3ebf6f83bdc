"""load, remove and extract: what comes in, what goes, and what stays untouched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govgraph import Graph

from .cli import INTERPOL, ROW, SESSIONS, fine, govgraph, quads

OLD = """---
title: The Assembly
date: 2013-10-20
source: https://example.org/assembly
---
The 82nd INTERPOL General Assembly is large. Nearly 600 delegates attended.
"""
NEW = OLD.replace("600", "700").replace("2013-10-20", "2013-10-24")


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def facts(store: Path, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in fine("facts", "--store", store, "--format", "jsonl", *words).stdout.splitlines()]


def test_load_speaks_on_stderr_only(store: Path) -> None:
    result = fine("load", "--store", store, INTERPOL / "int-074-open.txt")
    assert result.stdout == ""
    assert "(1 added)" in " ".join(result.stderr.split())


def test_loading_twice_changes_nothing(filled: Path) -> None:
    before = quads(filled)
    result = fine("load", "--store", filled, INTERPOL / "int-074-open.txt")
    assert "(1 unchanged)" in " ".join(result.stderr.split())
    assert quads(filled) == before


def test_newer_version_takes_the_place_of_the_older(filled: Path, tmp_path: Path) -> None:
    base = quads(filled)
    fine("load", "--store", filled, write(tmp_path / "old.txt", OLD))
    assert {row["value"] for row in facts(filled, "session:INTERPOL/82", "participants")} == {"600"}
    result = fine("load", "--store", filled, write(tmp_path / "new.txt", NEW))
    assert "(1 replaced)" in " ".join(result.stderr.split())
    assert {row["value"] for row in facts(filled, "session:INTERPOL/82", "participants")} == {"700"}
    alone = tmp_path / "alone"
    fine("load", "--store", alone, write(tmp_path / "new.txt", NEW), INTERPOL / "int-074-open.txt")
    assert quads(filled) == quads(alone)
    assert base < quads(filled)


def test_newer_file_of_the_same_name_takes_the_place_of_one_without_source(store: Path, tmp_path: Path) -> None:
    text = "The 82nd INTERPOL General Assembly closed. Nearly {} delegates attended."
    fine("load", "--store", store, write(tmp_path / "a" / "text.txt", text.format(600)))
    fine("load", "--store", store, write(tmp_path / "b" / "text.txt", text.format(700)))
    assert [row["value"] for row in facts(store)] == ["700"]


def test_documents_with_other_sources_stand_side_by_side(store: Path, tmp_path: Path) -> None:
    other = NEW.replace("example.org/assembly", "example.org/other")
    fine("load", "--store", store, write(tmp_path / "a.txt", OLD), write(tmp_path / "b.txt", other))
    assert [row["value"] for row in facts(store) if row["property"] == "participants"] == ["600", "700"]


@pytest.mark.parametrize("name", ["old.txt", "https://example.org/assembly"])
def test_remove_takes_what_only_the_document_said(name: str, filled: Path, tmp_path: Path) -> None:
    before = quads(filled)
    fine("load", "--store", filled, write(tmp_path / "old.txt", OLD))
    assert quads(filled) > before
    result = fine("remove", "--store", filled, name)
    assert (result.stdout, result.stderr) == ("", "removed old.txt\n")
    assert quads(filled) == before


def test_remove_by_iri_and_by_the_beginning_of_the_digest(filled: Path, tmp_path: Path) -> None:
    before = quads(filled)
    for cut in (slice(None), slice(-64, -56)):
        fine("load", "--store", filled, write(tmp_path / "old.txt", OLD))
        iri = next(iri for iri, (key, _) in _documents(filled).items() if key == "https://example.org/assembly")
        fine("remove", "--store", filled, iri[cut])
        assert quads(filled) == before


def _documents(store: Path) -> dict[str, tuple[str, str]]:
    result = fine(
        "query", "--store", store, "-", "--format", "csv", text="SELECT ?d ?k ?f { ?d gov:identifiedBy ?k ; gov:fileName ?f }"
    )
    rows = [line.split(",") for line in result.stdout.splitlines()[1:]]
    return {row[0]: (row[1], row[2]) for row in rows}


def test_what_two_documents_say_stays_when_one_goes(store: Path, tmp_path: Path) -> None:
    other = OLD.replace("example.org/assembly", "example.org/other")
    fine("load", "--store", store, write(tmp_path / "a.txt", OLD), write(tmp_path / "b.txt", other))
    fine("remove", "--store", store, "a.txt")
    left = [(row["value"], row["document"]) for row in facts(store) if row["property"] == "participants"]
    assert left == [("600", "b.txt")]


def test_ambiguous_name_is_not_guessed(store: Path, tmp_path: Path) -> None:
    other = NEW.replace("example.org/assembly", "example.org/other")
    fine("load", "--store", store, write(tmp_path / "a" / "text.txt", OLD), write(tmp_path / "b" / "text.txt", other))
    before = quads(store)
    result = govgraph("remove", "--store", store, "text.txt")
    assert result.exit_code == 2
    assert "https://example.org/assembly, https://example.org/other" in result.stderr
    assert quads(store) == before


def test_folder_is_read_without_readmes_hidden_files_and_unmapped_tables(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "deep" / "down" / "a.txt", OLD)
    write(folder / "sessions.csv", SESSIONS + ROW)
    for name in ("README.md", ".hidden.txt", ".git/x.txt", "other.csv", "picture.png"):
        write(folder / name, NEW)
    fine("load", "--store", store, folder)
    assert {row["document"] for row in facts(store)} == {"a.txt", "sessions.csv"}


def test_store_is_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE", str(tmp_path / "by-environment"))
    fine("load", write(tmp_path / "a.txt", OLD))
    assert (tmp_path / "by-environment").is_dir()
    assert "600" in fine("facts", "--format", "csv").stdout
    result = govgraph("facts", "--store", tmp_path / "by-option")
    assert (result.exit_code, "by-option: there is no store" in result.stderr) == (2, True)


def test_store_is_govgraph_db_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOVGRAPH_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    fine("load", write(tmp_path / "a.txt", OLD))
    assert (tmp_path / "govgraph.db").is_dir()


def test_extract_touches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE", str(tmp_path / "db"))
    monkeypatch.chdir(tmp_path)
    file = write(tmp_path / "a.txt", OLD)
    rows = [json.loads(line) for line in fine("extract", file).stdout.splitlines()]
    read = {(row["subject"], row["property"], row["value"]) for row in rows}
    assert read == {("session:INTERPOL/82", "participants", "600"), ("session:INTERPOL/82", "year", "2013")}
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_extract_prints_the_words_at_their_offsets(tmp_path: Path) -> None:
    text = OLD.replace("Nearly", "\U0001f600 Naïve: nearly").replace("\n", "\r\n")
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    rows = [json.loads(line) for line in fine("extract", path).stdout.splitlines()]
    row = next(row for row in rows if row["property"] == "participants")
    assert text.replace("\r\n", "\n")[row["start"] : row["end"]] == row["quote"]
    assert "600 delegates attended" in row["quote"]


def test_dash_is_standard_input(tmp_path: Path) -> None:
    from_file = fine("extract", write(tmp_path / "stdin.txt", OLD)).stdout
    assert fine("extract", "-", text=OLD).stdout == from_file
    assert "600" in from_file


def test_extract_gives_what_load_stores(store: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", OLD)
    fine("load", "--store", store, file)
    exported = fine("export", "--store", store, "--document", "a.txt", "--format", "nquads").stdout
    assert fine("extract", file, "--format", "nquads").stdout == exported


def test_csv_cells_are_no_formulas(tmp_path: Path) -> None:
    table = write(tmp_path / "sessions.csv", SESSIONS + "=1+1,2,1924,,,@SUM,DE,https://example.org/a\n")
    lines = fine("extract", table, "--format", "csv").stdout.splitlines()
    assert len(lines) == 4
    assert not [cell for line in lines for cell in line.split(",") if cell.startswith(("=", "@", "+"))]


def test_graph_on_disk_and_in_memory_are_the_same(filled: Path) -> None:
    graph = Graph()
    graph.load(INTERPOL / "int-074-open.txt")
    assert {str(quad) for quad in graph.store.quads()} == quads(filled)


def test_several_processes_read_the_same(tmp_path: Path) -> None:
    fine("load", "--store", tmp_path / "one", INTERPOL)
    fine("load", "--jobs", "2", "--store", tmp_path / "two", INTERPOL)
    assert fine("export", "--store", tmp_path / "two").stdout == fine("export", "--store", tmp_path / "one").stdout
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    result = govgraph("load", "--jobs", "2", "--store", tmp_path / "three", INTERPOL, tmp_path / "bad.txt")
    assert result.exit_code == 2
    assert "bad.txt:1: is no UTF-8" in result.stderr
    assert not (tmp_path / "three").exists()
