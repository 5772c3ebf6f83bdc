"""What README.md shows is what happens: its commands print what stands below them, and its Python runs.

In a `console` block a line with `$ ` is a command; the lines below it are what it prints on standard output, and `...`
stands for any lines. What it tells of its work, on standard error, is left out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Command:
    """A line to be typed, and the lines that it should print."""

    line: str
    expected: tuple[str, ...]


def blocks(kind: str) -> list[str]:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    return [found[2] for found in BLOCK.finditer(text) if found[1] == kind]


def commands(block: str) -> list[Command]:
    """The commands of a console block; a line that ends with a backslash goes on in the next."""
    found: list[tuple[str, list[str]]] = []
    for line in block.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (f"{found[-1][0]}\n{line}", [])
        elif found:
            found[-1][1].append(line)
    return [Command(line, tuple(expected)) for line, expected in found]


def prints(expected: tuple[str, ...], printed: str) -> bool:
    """Whether the printed lines are those expected; `...` matches any lines, also none. Spaces at line ends do not count."""
    parts = [".*" if line.strip() == "..." else re.escape(line.rstrip()) + "\n" for line in expected]
    lines = "".join(line.rstrip() + "\n" for line in printed.rstrip("\n").split("\n")) if printed.strip() else ""
    return bool(re.fullmatch("".join(parts).rstrip("\n") + "\n?", lines, re.DOTALL))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with `data`, and nothing else."""
    (tmp_path / "data").symlink_to(REPOSITORY / "data")
    return tmp_path


def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GOVGRAPH_")}
    return {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}", "COLUMNS": "100"}


def typed(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_comparison_is_exact_but_for_dots() -> None:
    assert prints(("a", "...", "d"), "a\nb\nc\nd\n")
    assert prints(("a", "..."), "a\n")
    assert prints((), "")
    assert not prints(("a", "d"), "a\nb\nd\n")
    assert not prints(("a", "...", "d"), "a\nb\nd\ne\n")
    assert not prints((), "something\n")
    assert not prints(("a.c",), "abc\n")


def test_commands_are_found_in_a_block() -> None:
    assert commands("$ one \\\n  two\nout\n\nput\n$ three\n") == [
        Command("one \\\n  two", ("out", "", "put")),
        Command("three", ()),
    ]


def test_readme_has_examples() -> None:
    lines = [command.line for block in blocks("console") for command in commands(block)]
    assert [line for line in lines if line.startswith("govgraph ")]


def test_commands_print_what_the_readme_shows(folder: Path) -> None:
    """All commands one after another in one folder, as a reader would type them."""
    for block in blocks("console"):
        for command in commands(block):
            if command.line.startswith("govgraph "):
                done = typed(command.line, folder)
                assert done.returncode == 0, done.stderr
                assert prints(command.expected, done.stdout), f"$ {command.line}\n{done.stdout}"


@pytest.mark.parametrize("number", range(len(blocks("python"))))
def test_python_of_the_readme_runs(number: int, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", blocks("python")[number]],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
