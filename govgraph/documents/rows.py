"""Which lines of a text are rows of a table: those that bars, tabs or columns of spaces divide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph.documents.document import Span

# A line that bars or a tab divide, or one of those with which wiki tables begin, end and name their columns.
ROW = re.compile(r"[^\n|]*\|[^\n|]*\||[^\n\t]*\S\t\S|!.*!!|\{\||\|[-}]")
SPACES = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_WITHIN = re.compile(r"(?<=[^\s.,;:!?])[ ]{2,}(?=\S)")  # what stands after a mark can divide sentences
_WIDE = " " * 3
_FEWEST = 2  # gaps of a row, and rows of a table


def is_spaced(text: str, span: Span) -> bool:
    """Whether a stretch of a text is one line that runs of spaces divide into three cells or more, one of them a wide run."""
    if text.find(_WIDE, span.start, span.end) < 0 or any(text.find(mark, span.start, span.end) >= 0 for mark in "|\t\n"):
        return False
    gaps = [found.end() - found.start() for found in _WITHIN.finditer(text, span.start, span.end)]
    return len(gaps) >= _FEWEST and max(gaps) >= len(_WIDE)


def spaced_rows(text: str, body: Span) -> Iterator[Span]:
    """The lines of tables whose columns only spaces divide: a few such lines, one below the other."""
    if text.find(_WIDE, body.start, body.end) < 0:
        return
    run: list[Span] = []
    start = body.start
    while start < body.end:
        newline = text.find("\n", start, body.end)
        end = newline if newline >= 0 else body.end
        line = Span(start, end)
        if is_spaced(text, line):
            run.append(line)
        else:
            yield from run if len(run) >= _FEWEST else ()
            run = []
        start = end + 1
    yield from run if len(run) >= _FEWEST else ()
