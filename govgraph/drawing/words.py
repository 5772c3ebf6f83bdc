"""How pictures word things: ordinals, numbers in a row, and how many of something there are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Protocol


def ordinal(number: int) -> str:
    """An English ordinal: 81st, 82nd, 111th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def runs(numbers: Sequence[int]) -> str:
    """Numbers in a row as ranges: 3–15, 17, 19–24."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 session`, `2 sessions`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


class Sourced(Protocol):
    """What a document says that was published on a day, both empty where they are not known."""

    @property
    def document(self) -> str:
        """The document's file."""

    @property
    def issued(self) -> str:
        """The day, month or year of its publication."""


def from_sources(told: Iterable[Sourced]) -> str:
    """`from 3 sources, the latest of 2025-11-27`: how many documents tell some things, and until when they know."""
    sources = {(one.document, one.issued) for one in told if one.document}
    latest = max((issued for _, issued in sources), default="")
    number = counted(len({document for document, _ in sources}), "source")
    return f"from {number}" + (
        f", the latest of {latest}" if latest and len(sources) > 1 else f" of {latest}" if latest else ""
    )


def lines(told: str, width: int) -> tuple[str, ...]:
    """A subtitle in lines that fit under a picture of some width in pixels."""
    return tuple(textwrap.wrap(told, max(40, width * 95 // 800)))
