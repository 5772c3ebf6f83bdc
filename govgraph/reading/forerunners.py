"""Meetings that are named by the first words of an organisation's name: "the second International Criminal Police Congress".

The organisation came of them, or calls them so; no organisation "International Criminal Police" has a congress.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from govgraph.reading.lines import Line, Mention, is_kind
from govgraph.reading.profiles import profiles
from govgraph.reading.tokens import plain

_FEWEST = 2  # words that tell one name from others


def with_forerunners(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which such a meeting is an event, and no session of anybody's."""
    for line in lines:
        found = [
            (at, at + 1, Mention("event", item.start, item.end, item.text, item.text, {"ordinal": item.parts["ordinal"]}))
            for at, item in enumerate(line.items)
            if is_kind(item, "session") and item.parts.get("org-unprofiled") and plain(item.parts["org"]) in _beginnings()
        ]
        yield line.replaced(found) if found else line


@cache
def _beginnings() -> frozenset[str]:
    """What names of organisations with a profile open with, without their last word."""
    names = (plain(name).split() for profile in profiles() for name in profile.named.names)
    known = frozenset(plain(name) for profile in profiles() for name in profile.named.names)
    return frozenset(" ".join(words[:-1]) for words in names if len(words) > _FEWEST) - known
