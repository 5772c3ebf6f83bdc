"""One thing under several spellings: `data/reference/names.csv` says, one a line, which names are the same person's or place's.

What a text calls somebody stays in the graph of its sentence; only the IRI and the label are those of the main name. To undo
a merge, take out its line and load again. Spellings that differ in case, accents or hyphens alone need no line.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from govgraph.errors import DefinitionError
from govgraph.reading.tokens import plain
from govgraph.resources import resource

_FILE = "data/reference/names.csv"


@cache
def _main_names() -> Mapping[tuple[str, str], str]:
    """The main name by kind and plain variant.

    Raises:
        DefinitionError: a cell is missing, or a variant belongs to two names.
    """
    found: dict[tuple[str, str], str] = {}
    with resource(_FILE).open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            kind, name, variant = (row.get(column, "").strip() for column in ("kind", "name", "variant"))
            if not kind or not name or not variant:
                raise DefinitionError(f"{_FILE}:{line}: needs `kind`, `name` and `variant`")
            other = found.setdefault((kind, _key(variant)), name)
            if other != name:
                raise DefinitionError(f"{_FILE}:{line}: `{variant}` is a name of `{other}` already; keep one of the lines")
    return found


def main_name(kind: str, name: str) -> str:
    """The name under which a `person` or `place` is known; the name itself where the table has no line for it."""
    return _main_names().get((kind, _key(name)), name)


def _key(name: str) -> str:
    return plain(name).replace("-", " ")
