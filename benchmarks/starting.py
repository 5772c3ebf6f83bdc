"""How long commands take to start, beside a click program that does nothing, and reading one sentence beside spaCy."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.measuring import row, seconds
from benchmarks.reading import MODEL

NOTHING = (sys.executable, "-c", "import click\n@click.command()\ndef main(): pass\nmain()", "--help")
TEXT = "The 70th INTERPOL General Assembly was held in Budapest, Hungary, in 2001."
NAMES = (sys.executable, "-c", f"import spacy\nlist(spacy.load({MODEL!r})({TEXT!r}).ents)")


def starting() -> None:
    """Prints the rows."""
    govgraph = str(Path(sys.executable).parent / "govgraph")
    nothing = _seconds(NOTHING)
    row("`govgraph --help`", _seconds((govgraph, "--help")), nothing, "click alone", "0.5")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_text(TEXT, encoding="utf-8")
        store = f"{folder}/db"
        subprocess.run((govgraph, "load", "--store", store, str(file)), stderr=subprocess.DEVNULL, check=True)
        query = (govgraph, "query", "host-succession", "--store", store, "--format", "csv")
        row("`govgraph query`, small store", _seconds(query), nothing, "click alone", "0.25")
        names = _seconds(NAMES) if importlib.util.find_spec(MODEL) else None
        row("`govgraph extract`, one sentence", _seconds((govgraph, "extract", str(file))), names, f"spaCy, `{MODEL}`", "")


def _seconds(words: Sequence[str]) -> float:
    return seconds(partial(subprocess.run, words, stdout=subprocess.DEVNULL, check=True), 7)
