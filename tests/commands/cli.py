"""How the tests call the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
from click.testing import CliRunner, Result

from govgraph.commands import main

DATA = Path(__file__).parents[2] / "data"
INTERPOL = DATA / "documents" / "interpol"
SESSIONS = "organisation,ordinal,year,start,end,city,country,source\n"
ROW = "INTERPOL,2,1924,,,Berlin,DE,https://example.org/a\n"
GOVGRAPH = [sys.executable, "-c", "from govgraph.commands import main; main(prog_name='govgraph')"]


def govgraph(*words: str | Path, text: str | bytes | None = None) -> Result:
    """A command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], input=text, catch_exceptions=False)


def fine(*words: str | Path, text: str | bytes | None = None) -> Result:
    """A command that ends with exit code 0."""
    result = govgraph(*words, text=text)
    assert result.exit_code == 0, result.stderr
    return result


def process(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    return subprocess.run([*GOVGRAPH, *map(str, words)], capture_output=True, text=True, check=False)


def quads(store: str | Path) -> set[str]:
    """All quads of a store."""
    return {str(quad) for quad in ox.parse(fine("export", "--store", store, "--format", "nquads").stdout_bytes,
                                           format=ox.RdfFormat.N_QUADS)}  # fmt: skip
