"""What a user can get wrong: exit code 2, one line on stderr with file, line and remedy, and the store as before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .cli import INTERPOL, ROW, SESSIONS, govgraph, process, quads

ROWS = "".join(f"INTERPOL,{number},{1922 + number},,,,,https://example.org/a\n" for number in range(1, 30))
UNREADABLE = {
    "text.txt, empty": ("text.txt", b"", "holds no text; remove it"),
    "text.txt, white space": ("text.txt", b" \n\t\n", "holds no text; remove it"),
    "text.txt, front matter only": ("text.txt", b"---\ntitle: A\n---\n", "holds no text; remove it"),
    "text.txt, binary": ("text.txt", b"a line\nan\x00other", ":2: is a binary file (character 0x00); give a text file"),
    "text.txt, Latin-1": ("text.txt", b"one\ntwo\nthe caf\xe9 is\n", ":3: is no UTF-8 (byte 0xe9); save it as UTF-8"),
    "text.txt, UTF-16": ("text.txt", "text".encode("utf-16"), ":1: is UTF-16; save it as UTF-8"),
    "text.txt, no YAML": ("text.txt", b"---\ntitle: A\ndate: [\n---\nText.\n", ": the front matter is no YAML ("),
    "text.txt, YAML that is no mapping": ("text.txt", b"---\n- a\n---\nText.\n", ":2: the front matter is no list of"),
    "text.txt, no date": ("text.txt", b"---\ntitle: A\ndate: soon\n---\nText.\n", ":3: `date: soon` is no date; write"),
    "text.txt, no address": ("text.txt", b"---\nsource: a page\n---\nText.\n", ":2: `source: a page` is no address; write"),
    "sessions.csv, missing column": (
        "sessions.csv",
        b"organisation,ordinal,year,start,end,city,country\nINTERPOL,2,1924,,,,\n",
        ":1: the column source is missing; the table needs organisation, ordinal,",
    ),
    "sessions.csv, no row": ("sessions.csv", SESSIONS.encode(), "holds no row; add one"),
    "sessions.csv, no year": (
        "sessions.csv",
        (SESSIONS + ROW + "INTERPOL,3,soon,,,,,https://example.org/a\n").encode(),
        ":3: ",
    ),
    "other.csv, no mapping": ("other.csv", b"a,b\n1,2\n", "has no mapping; write other.csv-metadata.json"),
    "text.pdf, no PDF": ("text.pdf", b"%PDF-1.4 nonsense", "is no readable PDF"),
    "page.html, no article": ("page.html", b"<html><body></body></html>", "no article was found in this page; save"),
}


def assert_one_line(stderr: str) -> None:
    assert stderr.startswith("govgraph: ")
    assert stderr.endswith("\n")
    assert stderr.count("\n") == 1
    assert "Traceback" not in stderr


def assert_refused(words: list[str | Path], *parts: str, store: Path | None = None) -> None:
    """A command ends with exit code 2 and one line that has all parts, and leaves the store as it was."""
    before = quads(store) if store else None
    result = govgraph(*words)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert_one_line(result.stderr)
    for part in parts:
        assert part in result.stderr
    if store:
        assert quads(store) == before


@pytest.mark.parametrize("case", UNREADABLE)
def test_unreadable_file_is_named_and_nothing_is_loaded(case: str, filled: Path, tmp_path: Path) -> None:
    name, content, message = UNREADABLE[case]
    file = tmp_path / name
    file.write_bytes(content)
    good = INTERPOL / "int-093-close.txt"
    assert_refused(["load", "--store", filled, good, file], str(file), message, store=filled)


@pytest.mark.parametrize("case", UNREADABLE)
def test_extract_refuses_the_same_files(case: str, tmp_path: Path) -> None:
    name, content, message = UNREADABLE[case]
    (tmp_path / name).write_bytes(content)
    assert_refused(["extract", tmp_path / name], str(tmp_path / name), message)


def test_bad_date_in_line_17_of_a_table(filled: Path, tmp_path: Path) -> None:
    table = tmp_path / "sessions.csv"
    lines = (SESSIONS + ROWS).splitlines()
    lines[16] = "INTERPOL,16,1947,1947-13-09,,Paris,FR,https://example.org/a"
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert_refused(["load", "--store", filled, table], f"{table}:17:", "`start`", "mend this cell", store=filled)


def test_missing_file_and_folder_without_documents(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / "README.md").write_text("A readme.", encoding="utf-8")
    assert_refused(["load", "--store", filled, tmp_path / "gone.txt"], "gone.txt: no such file", store=filled)
    assert_refused(["load", "--store", filled, tmp_path / "nothing"], "nothing: no document in this folder", store=filled)


def test_failing_load_makes_no_store(store: Path, tmp_path: Path) -> None:
    assert_refused(["load", "--store", store, tmp_path / "gone.txt"])
    assert not store.exists()


def test_two_versions_at_once_are_refused(filled: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"---\nsource: https://example.org/x\n---\n{name} says.", encoding="utf-8")
    words: list[str | Path] = ["load", "--store", filled, tmp_path / "a.txt", tmp_path / "b.txt"]
    assert_refused(words, "b.txt: has the same source address as", "a.txt", store=filled)


def test_syntax_error_in_a_query_names_its_line(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?s WHERE {\n  ?s ?p ?o .\n  ?s && ?o\n}\n", encoding="utf-8")
    assert_refused(["query", "--store", filled, file], "mine", ":3: is no SPARQL", store=filled)


def test_update_is_no_query(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("DROP ALL", encoding="utf-8")
    assert_refused(["query", "--store", filled, tmp_path / "mine.rq"], ":1: is no SPARQL", store=filled)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["query", "host-sucession"], "did you mean `host-succession`?"),
        (["query", "zzzzzz"], "list them with `govgraph query`"),
        (["query", "gone.rq"], "gone.rq: no such file"),
        (["query", "gaps", "--set", "bodi=x:y"], "`bodi` is no parameter; it takes body"),
        (["query", "recognition-count", "--set", "date=soon"], "date=soon is no date; write it like 2013-10-24"),
        (["query", "gaps", "--format", "turtle"], "turtle: this query answers with a table; choose one of"),
        (["query", "construct-succession", "--format", "csv"], "csv: this query constructs triples; choose one of"),
        (["explain", "session:INTERPOL/75"], "did you mean session:INTERPOL/74"),
        (["explain", "sesion:INTERPOL/74"], "`sesion` is no kind of subject; there are session,"),
        (["explain", "session:INTERPOL/74", "citty"], "nothing is said of `citty`; there is"),
        (["facts", "nonsense"], "write it like session:INTERPOL/82"),
        (["remove", "int-074-opn.txt"], "did you mean int-074-open.txt?"),
        (["export", "--document", "gone.txt"], "gone.txt: no such document in the store"),
    ],
)
def test_wrong_name_is_met_with_the_right_one(words: list[str], part: str, filled: Path) -> None:
    assert_refused([words[0], "--store", str(filled), *words[1:]], part, store=filled)


def test_unknown_pattern_names_the_nearest() -> None:
    assert_refused(["patterns", "host-chose"], "did you mean `host-chosen`?")


@pytest.mark.parametrize(
    "thing",
    [
        "country:a b",
        "country:<x>",
        pytest.param('session:INTERPOL/1"2'),
    ],
)
@pytest.mark.parametrize("command", ["facts", "explain"])
def test_hostile_name_is_refused_in_one_line(command: str, thing: str, filled: Path) -> None:
    done = process(command, "--store", filled, thing)
    assert done.returncode == 2
    assert_one_line(done.stderr)


def test_remote_service_is_refused_in_one_line(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", encoding="utf-8")
    done = process("query", "--store", filled, tmp_path / "mine.rq")
    assert done.returncode == 2
    assert_one_line(done.stderr)


@pytest.mark.parametrize(
    "words",
    [["facts"], ["query", "gaps"], ["explain", "session:INTERPOL/82"], ["validate"], ["export"], ["remove", "a.txt"]],
)
def test_without_a_store(words: list[str], store: Path) -> None:
    assert_refused([words[0], "--store", str(store), *words[1:]], f"{store}: there is no store;")
    assert not store.exists()


def test_store_that_is_a_file_or_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").write_text("x", encoding="utf-8")
    document = INTERPOL / "int-074-open.txt"
    assert_refused(["load", "--store", tmp_path / "file", document], "file: is a file, not a store; name another folder")
    assert_refused(["load", "--store", tmp_path / "folder", document], "folder: is a folder of something else; name")
    assert [file.name for file in (tmp_path / "folder").iterdir()] == ["mine.txt"]


def test_store_of_another_version(filled: Path) -> None:
    (filled / "govgraph-layout").write_text("99\n", encoding="utf-8")
    assert_refused(["facts", "--store", filled], "was made by another version of govgraph; load the documents into a new")


@contextmanager
def held_open(store: Path) -> Iterator[None]:
    """While another process has the store open for writing."""
    code = "import sys; from govgraph import Graph; graph = Graph(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", code, str(store)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        try:
            yield
        finally:
            other.communicate("")


def test_store_in_use_by_another_process(filled: Path) -> None:
    before = quads(filled)
    with held_open(filled):
        for words in (["load", str(INTERPOL / "int-093-close.txt")], ["remove", "int-074-open.txt"]):
            assert_refused([words[0], "--store", str(filled), *words[1:]], "is in use by another process; wait for it")
        beside = process("facts", "--store", filled, "--format", "csv")
        assert (beside.returncode, "session:INTERPOL/74" in beside.stdout) == (0, True), beside.stderr
    assert quads(filled) == before


@pytest.mark.parametrize(
    "words",
    [
        ["query", "gaps", "--set", "body"],
        ["query", "gaps", "--set", "=x"],
        ["query", "gaps", "--format", "yaml"],
        ["export", "-o", "graph.foo"],
        ["load"],
        ["extract"],
        ["explain"],
        ["facts", "--nonsense"],
    ],
)
def test_wrong_usage(words: list[str], filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE", str(filled))
    result = govgraph(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"govgraph {words[0]} --help" in result.stderr.replace("main", "govgraph")


def test_output_that_cannot_be_written(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    output = tmp_path / "file" / "graph.nq"
    assert_refused(["export", "--store", filled, "-o", output], "graph.nq: cannot be written", store=filled)
