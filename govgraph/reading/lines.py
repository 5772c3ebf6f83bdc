"""A sentence as patterns see it: one line of bytes in which each word or mention stands between two spaces.

A mention is written `<kind:number>`; its number is its place in `Line.items`, so that a match leads back to what the
mention stands for and to the characters of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeGuard

import re2

from govgraph.documents.document import Span
from govgraph.reading.patternindexes import Patterns
from govgraph.reading.patterns import Pattern, Slot
from govgraph.reading.tokens import Token, year_of

_REFERENCE = re.compile(rb"<([a-z]+):([0-9]+)>")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a thing of some `kind`.

    `value` is what they stand for in the form that facts use (an alpha-2 code, a name, a number); `parts` holds what the
    reading needs beside it (`of`, `qualifier`, `ref` …). `start` and `end` count characters of the document.
    """

    kind: str
    start: int
    end: int
    text: str
    value: str
    parts: Mapping[str, str] = field(default_factory=dict)


Item = Token | Mention


def is_token(item: Item, *forms: str) -> bool:
    """Whether an item is one of these words or marks."""
    return isinstance(item, Token) and item.form.lstrip("^") in forms


def is_kind(item: Item | None, *kinds: str) -> TypeGuard[Mention]:
    """Whether an item is a mention of one of these kinds."""
    return isinstance(item, Mention) and item.kind in kinds


def year_written(item: Item) -> int | None:
    """The year that an item writes, alone or as part of a date."""
    year = item.parts.get("year", "") if isinstance(item, Mention) and item.kind == "date" else ""
    return int(year) if year.isdigit() else year_of(item)


@dataclass(frozen=True)
class Match:
    """Where a pattern matched: the items it covers, and the mentions or words behind each slot."""

    start: int
    end: int
    slots: Mapping[str, Sequence[Item]]


class Line:
    """The items of one sentence in order, and their line of bytes."""

    def __init__(self, items: Sequence[Item], span: Span, text: str) -> None:
        self.items = list(items)
        self.span = span
        self.text = text
        pieces, starts, position = [], [], 0
        for number, item in enumerate(self.items):
            piece = f" <{item.kind}:{number}> " if isinstance(item, Mention) else f" {item.form} "
            pieces.append(piece)
            starts.append(position)
            position += len(piece)
        self.bytes = "".join(pieces).encode("ascii", "replace")
        self._starts = starts
        self.features = frozenset(
            f"<{item.kind}" if isinstance(item, Mention) else item.form.lstrip("^") for item in self.items
        )
        """What patterns can ask for: its words in lower case, and `<kind` for each kind of mention."""

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions among its items, in order."""
        return tuple(item for item in self.items if isinstance(item, Mention))

    def mentions_of(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds among its items, in order."""
        return [mention for mention in self.mentions if mention.kind in kinds]

    def index(self, item: Item, default: int = -1) -> int:
        """The place of this very item among its items, and not of one like it; `default` where it is not one of them."""
        return next((number for number, one in enumerate(self.items) if one is item), default)

    def find(self, pattern: Pattern) -> Iterator[Match]:
        """The matches of a pattern, from left to right, without overlap."""
        if pattern.may_match(self.features):
            yield from self.matches_of(pattern)

    def matches_of(self, pattern: Pattern) -> Iterator[Match]:
        """As `find`, for a pattern of which it is known that it may match."""
        for found in pattern.regex.finditer(self.bytes):
            if found.end() > found.start():
                yield self._match(found, pattern.slots, pattern.groups)

    def matches(self, pattern: Pattern) -> bool:
        """Whether a pattern matches anywhere in the line."""
        return pattern.may_match(self.features) and pattern.regex.search(self.bytes) is not None

    def find_any(self, patterns: Patterns) -> Iterator[Match]:
        """The matches of several patterns, those of the first one first."""
        for pattern in patterns.candidates(self.features):
            yield from self.matches_of(pattern)

    def matches_any(self, patterns: Patterns) -> bool:
        """Whether one of several patterns matches anywhere in the line."""
        return any(pattern.regex.search(self.bytes) is not None for pattern in patterns.candidates(self.features))

    def _match(self, found: re2._Match, slots: Sequence[Slot], groups: Mapping[str, int]) -> Match:
        kept: dict[str, Sequence[Item]] = {}
        counts: dict[str, int] = {}
        for slot in slots:
            index = counts.get(slot.name, 0)
            counts[slot.name] = index + 1
            start, end = found.span(groups[f"{slot.name}__{index}"])
            if start < 0 or slot.name in kept:
                continue  # of two of one name, the first
            if slot.kind in ("phrase", "list") or slot.kind[0] in "#@":
                kept[slot.name] = self.items[self._index(start, inside=True) : self._index(end)]
            else:
                references = _REFERENCE.findall(self.bytes[start:end])
                kept[slot.name] = [self.items[int(number)] for _, number in references]
        return Match(self._index(found.start()), self._index(found.end()), kept)

    def _index(self, offset: int, inside: bool = False) -> int:
        """The first item at or after a byte offset; with `inside`, the item that holds the byte."""
        return bisect_right(self._starts, offset) - 1 if inside else bisect_left(self._starts, offset)

    def cover(self, start: int, end: int) -> Span:
        """The characters from item `start` up to but without item `end`."""
        return Span(self.items[start].start, self.items[end - 1].end)

    def replaced(self, replacements: Sequence[tuple[int, int, Item]]) -> Line:
        """The line with other items in place of those they cover; replacements are in order and do not overlap."""
        items: list[Item] = []
        position = 0
        for start, end, item in replacements:
            items.extend(self.items[position:start])
            items.append(item)
            position = end
        items.extend(self.items[position:])
        return Line(items, self.span, self.text)
