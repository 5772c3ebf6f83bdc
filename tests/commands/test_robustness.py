"""What a program must bear: other bases, very long lines, the same text twice, full disks, interrupted work."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest

from tests.commands.cli import INTERPOL, ROW, SESSIONS, fine, govgraph, process, quads

TEXT = "The 82nd session of the INTERPOL General Assembly closed in Cartagena de Indias, Colombia."


def test_another_base_gives_the_same_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(INTERPOL / "int-085-open.txt", tmp_path)
    file, one, two = tmp_path / "int-085-open.txt", tmp_path / "one", tmp_path / "two"
    fine("load", "--store", one, file)
    usual = fine("query", "host-succession", "--store", one, "--format", "csv").stdout
    monkeypatch.setenv("GOVGRAPH_BASE", "https://example.org/kg/")
    fine("load", "--store", two, file)
    assert fine("query", "host-succession", "--store", two, "--format", "csv").stdout == usual
    assert "Indonesia" in usual
    assert not any("<https://w3id.org/govgraph/id/" in quad for quad in quads(two))


@pytest.mark.parametrize("base", ["foo", "https://example.org/a b/", "https://example.org/kg#"])
def test_a_base_that_is_none_is_refused(base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_BASE", base)
    result = govgraph("load", "--store", tmp_path / "store", INTERPOL / "int-085-open.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"govgraph: GOVGRAPH_BASE={base}: is no base")


def test_a_store_of_another_base_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fine("load", "--store", tmp_path / "store", INTERPOL / "int-085-open.txt")
    monkeypatch.setenv("GOVGRAPH_BASE", "https://example.org/kg/")
    result = govgraph("facts", "--store", tmp_path / "store")
    assert result.exit_code == 2
    assert "has the base https://w3id.org/govgraph/" in result.stderr


def test_time_grows_with_length_and_no_faster(tmp_path: Path) -> None:
    """One line without a full stop, and four times as long: nowhere near the sixteen times of a quadratic reader."""

    def seconds(times: int) -> float:
        file = tmp_path / f"{times}.txt"
        file.write_text((TEXT[:-1] + ", and ") * times, encoding="utf-8")
        start = time.perf_counter()
        fine("extract", file, "--format", "jsonl")
        return time.perf_counter() - start

    seconds(10)
    assert seconds(1600) < 9 * seconds(400)


def test_the_same_bytes_under_two_names_are_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    fine("load", "--store", tmp_path / "store", tmp_path / "a.txt", tmp_path / "b.txt")
    rows = fine("facts", "--store", tmp_path / "store", "--format", "jsonl").stdout.splitlines()
    assert {json.loads(row)["document"] for row in rows} == {"a.txt"}


def test_what_a_newer_version_replaces_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    fine("load", "--store", tmp_path / "store", file)
    file.write_text(TEXT.replace("82nd", "83rd"), encoding="utf-8")
    assert "in place of older versions: a.txt" in fine("load", "--store", tmp_path / "store", file).stderr


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (ROW.replace("https://example.org/a", "not an address"), "sessions.csv:2:"),
        (ROW.replace(",DE,", ",XX,"), "`XX` is no country"),
        (ROW.rstrip("\n") + ",one more\n", "sessions.csv:2: has more cells than the header"),
        ('INTERPOL,2,1924,,,"Berlin,DE,https://example.org/a\n', "sessions.csv:"),
    ],
    ids=["address", "country", "cells", "quotation mark"],
)
def test_a_bad_cell_is_refused_and_nothing_is_loaded(row: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "sessions.csv").write_text(SESSIONS + row, encoding="utf-8")
    result = govgraph("load", "--store", tmp_path / "store", tmp_path / "sessions.csv")
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (tmp_path / "store").exists()


def test_a_full_disk_is_told_in_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    import subprocess

    from tests.commands.cli import GOVGRAPH

    with Path("/dev/full").open("wb") as full:
        command = [*GOVGRAPH, "extract", str(INTERPOL / "int-085-open.txt"), "--format", "jsonl"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr


def test_standard_input_that_is_no_utf_8_is_refused() -> None:
    result = govgraph("query", "-", text=b"SELECT \xff")
    assert result.exit_code == 2
    assert result.stderr == "govgraph: standard input: is no UTF-8; convert it first\n"


def test_a_command_that_is_misspelt_is_guessed() -> None:
    done = process("quer")
    assert done.returncode == 2
    assert "Did you mean 'query'?" in done.stderr
