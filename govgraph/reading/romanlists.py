"""Lists whose entries Roman numerals count, without a mark behind them: "XXIII Florence, Italy, 1990", "XXIV Kyoto, Japan"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from govgraph.reading.cities import with_cities
from govgraph.reading.lines import Item, Line, Mention, is_kind
from govgraph.reading.numerals import roman
from govgraph.reading.tokens import Token

_FEWEST = 3  # entries of a list, each one more than the one above it


def with_roman_entries(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such a list with an ordinal and a dash at their head, as in any other list."""
    numbered = {number: told for number, line in enumerate(lines) if (told := _numbered(line)) is not None}
    follows = {two: one for one, two in pairwise(numbered) if numbered[two][0] == numbered[one][0] + 1}
    if len(follows) < _FEWEST - 1:
        return list(lines)
    entries = {*follows, *follows.values()}
    return [numbered[number][1] if number in entries else line for number, line in enumerate(lines)]


def _numbered(line: Line) -> tuple[int, Line] | None:
    """The number with which a line opens that goes on with a place, a country or a name, and the line as an entry of a list."""
    first, second = [*line.items[:2], None, None][:2]
    if first is None:
        return None
    if is_kind(first, "ordinal") and roman(first.text) is not None:
        return int(first.value), line  # an entry already
    word, _, name = first.text.partition(" ")
    value = roman(word) if word.isupper() else None
    if value is None:
        return None
    rest: list[Item] = list(line.items[1:])
    if isinstance(first, Mention) and is_kind(first, "name", "person") and name:  # "XXIV Kyoto"
        rest = [replace(first, start=first.end - len(name), text=name, value=name, parts={"name": name}), *rest]
    elif not is_kind(second, "place", "country", "name", "person"):
        return None
    end = first.start + len(word)
    ordinal = Mention("ordinal", first.start, end, word, str(value))
    return value, with_cities(Line([ordinal, Token(end, end, "", "--"), *rest], line.span, line.text))
