"""A name in capitals that stands alone at the head of a text: "NORDIC HARBOUR UNION" is the Nordic Harbour Union."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.capitals import out_of_capitals
from govgraph.reading.introductions import Introduction
from govgraph.reading.lines import Line, Mention

_HEAD = 3  # lines
_WORDS = 2  # of a name, at the least


def with_letterheads(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Line]:
    """The lines, with such a name as the text itself would write it, unless it gives it a short form; words that it has in
    capitals elsewhere stay so."""
    known = {one.name for one in introduced}
    for number, line in enumerate(lines):
        org = line.items[0] if number < _HEAD and len(line.items) == 1 else None
        if isinstance(org, Mention) and _is_a_name_in_capitals(org) and org.value not in known:
            elsewhere = {item.text for other in lines if other is not line for item in other.items if item.text.isupper()}
            name = out_of_capitals(org.text, kept=elsewhere)
            line = line.replaced([(0, 1, replace(org, text=name, value=name))])
        yield line


def _is_a_name_in_capitals(org: Mention) -> bool:
    unprofiled = org.kind == "org" and bool(org.parts.get("unprofiled"))
    return unprofiled and org.text.isupper() and len(org.text.split()) >= _WORDS
