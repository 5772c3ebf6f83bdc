"""How the command line prints tables: aligned and cut on a terminal, in full where a program reads."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table as RichTable

from govgraph.asking.facts import Row
from govgraph.asking.results import Table


class _Console(Console):
    """Standard output; whoever closes it has seen enough, which is no error."""

    def on_broken_pipe(self) -> None:
        """Ends the program as `head` wants it: quietly, and with success."""
        sys.stdout = None
        raise SystemExit(0)


def console() -> Console:
    """Standard output; wide enough for every cell where it is no terminal."""
    out = _Console(highlight=False, soft_wrap=False)
    return out if out.is_terminal else _Console(highlight=False, width=100_000)


def print_table(table: Table) -> None:
    """Prints a table with a line below its head."""
    out = console()
    shown = RichTable(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in table.columns:
        numbers = all(_is_number(row[table.columns.index(column)]) for row in table.rows)
        shown.add_column(column, justify="right" if numbers and table.rows else "left", overflow="fold")
    for row in table.rows:
        shown.add_row(*(cell.replace("[", "\\[") for cell in row))
    out.print(shown)


def _is_number(text: str) -> bool:
    return not text or text.lstrip("-").isdigit()


def print_rows(rows: Iterable[Row]) -> None:
    """Prints flat facts: subject, property, value, the words that state them, and where these stand."""
    found = list(rows)
    columns = ["subject", "property", "value", "status", "words", "document"]
    cells = [[row.subject, row.property, row.value, row.status, " ".join(row.quote.split()), row.document] for row in found]
    counts = [str(getattr(row, "sources", "")) for row in found]
    if any(counts):
        columns.append("sources")
        cells = [[*row, count] for row, count in zip(cells, counts, strict=True)]
    print_table(Table(tuple(columns), tuple(tuple(row) for row in cells)))
