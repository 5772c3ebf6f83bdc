"""Speed and memory of govgraph beside what a user would pick instead, in one run.

    python -m benchmarks [QUADS ...] [--texts FOLDER|ARCHIVE.tar.gz] [--slow QUADS]

Prints Markdown: what govgraph takes, what the other takes, and the ratio. rdflib's store and pySHACL are asked up to `--slow`
quads, beyond which they take too long to wait for.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
from importlib import metadata
from pathlib import Path

from benchmarks.asking import asking
from benchmarks.checking import checking
from benchmarks.generated import quads
from benchmarks.measuring import HEADER
from benchmarks.moving import moving
from benchmarks.reading import reading
from benchmarks.starting import starting
from govgraph.resources import resource


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quads", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--texts", type=Path, default=resource("data/documents"))
    parser.add_argument("--slow", type=int, default=100_000)
    chosen = parser.parse_args()
    names = ("pyoxigraph", "rdflib", "pyshacl", "pyshifty", "click", "spacy")
    versions = ", ".join(f"{name} {version}" for name in names if (version := _version(name)))
    print(f"Python {platform.python_version()}, {versions}\n\n{HEADER}")
    starting()
    reading(chosen.texts)
    for number in chosen.quads:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "graph.nq"
            file.write_text("".join(f"{quad} .\n" for quad in quads(number)), encoding="utf-8")
            asking(number, file, number <= chosen.slow)
            moving(number, file)
            checking(number, file, number <= min(chosen.slow, 10_000))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


if __name__ == "__main__":
    main()
