"""Guards what is read from whole documents, by the facts that people found in them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

Figures = tuple[float, float, float]


def score(shared: Path, *arguments: str | Path) -> tuple[Figures, Figures, tuple[int, int]]:
    """Precision, recall and F1 of strict and of lenient properties, and how many quotations of how many are exact."""
    script = shared / "score"
    if not script.is_file():
        pytest.skip("the script `score`, which compares facts with the gold ones, is not among the corpora")
    program = Path(sys.executable).with_name("govgraph")
    if not program.exists():
        pytest.skip("the command `govgraph` is not installed beside this Python")
    command = f"{shlex.quote(str(program))} extract {{}} --format jsonl"
    run = subprocess.run([sys.executable, script, *arguments, "--command", command], capture_output=True, text=True, check=True)
    assert run.stderr == ""
    evidence = re.search(r"^evidence: (\d+) of (\d+) ", run.stdout, re.MULTILINE)
    assert evidence
    return figures(run.stdout, "strict"), figures(run.stdout, "lenient"), (int(evidence[1]), int(evidence[2]))


def figures(printed: str, name: str) -> Figures:
    row = next(line.split() for line in printed.splitlines() if line.startswith(f"{name} "))
    precision, recall, f1 = (float(cell) for cell in row[-3:])
    return precision, recall, f1


def folder(shared: Path, name: str) -> Path:
    path = shared / name
    if not any(path.glob("*.txt")):
        pytest.skip(f"the corpora hold no documents in `{name}`")
    return path


def test_the_two_communiques_are_read_in_full(shared: Path) -> None:
    gold = shared / "gold"
    if not any(gold.glob("*.jsonl")):
        pytest.skip("the corpora hold no `gold`")
    strict, lenient, (exact, quoted) = score(shared, folder(shared, "documents"), "--gold", gold)
    assert strict[:2] == (1.0, 1.0)
    assert lenient[2] >= 0.80
    assert exact == quoted > 0


@pytest.mark.parametrize("name", ["corpus-interpol", "corpus-assemblies"])
def test_what_is_read_from_other_communiques_is_true(shared: Path, name: str) -> None:
    strict, _, (exact, quoted) = score(shared, folder(shared, name))
    assert strict[0] >= 0.95
    assert exact == quoted > 0
