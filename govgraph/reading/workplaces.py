"""Where somebody works, as a name after "Ana Berg of" or "the President of": one that reads like a person's ("Lund Shipping"),
goes on with one ("Big Cods Big Sisters"), or stands after whose member it is ("GCU member Lund Shipping")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.cues import named_patterns
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.surnames import gender_of
from govgraph.reading.words import word_set

_FROM = ("of", "from", "at", "with", "for")


def with_workplaces(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with such names as one mention of a `name` or an organisation, and of nobody."""
    for line in lines:
        found = [one for at in range(2, len(line.items)) if (one := _place(line, at) or _between(line, at)) is not None]
        found = found or [*_of_a_career(line)]
        yield line.replaced(found) if found else line


def _of_a_career(line: Line) -> Iterator[tuple[int, int, Mention]]:
    """Where somebody had several posts, as the cues `roles-at` of `post-sites.yaml` show it: "spent years with Lund Lines"."""
    for match in line.find_any(named_patterns("post-sites.yaml")["roles-at"]):
        place = match.slots["at"][0]
        if isinstance(place, Mention) and _is_called(place):
            yield line.index(place), line.index(place) + 1, replace(place, kind="name")


def _place(line: Line, at: int) -> tuple[int, int, Mention] | None:
    """The name at an item that stands after somebody or an office and "of"."""
    somebody, of, place, *after = line.items[at - 2 : at + 3]
    led = _is_called(somebody) or is_kind(somebody, "office", "charge")
    if not led or not is_token(of, *_FROM) or not isinstance(place, Mention):
        return None
    match after:
        case [word, Mention() as firm] if (
            is_kind(place, "org", "name") and is_token(word, *word_set("belonging")) and is_kind(firm, "org", "name")
        ):
            return at, at + 3, firm
        case [Mention() as more, *_] if _goes_on(place, more) and line.text[place.end : more.start] == " ":
            text = line.text[place.start : more.end]
            return at, at + 2, replace(place, end=more.end, text=text, value=text)
    return (at, at + 1, replace(place, kind="name")) if _is_called(place) and _is_called(somebody) else None


def _between(line: Line, at: int) -> tuple[int, int, Mention] | None:
    """The name at an item between somebody and an office that a semicolon or the end closes: "Ana Berg, Lund Lines, chair;"."""
    match line.items[at - 2 : at + 4] if ";" in line.features else ():
        case [somebody, comma, Mention() as place, mark, office, *end] if is_token(comma, ",") and is_token(mark, ","):
            closed = not end or is_token(end[0], ";", ".")
            firm = _is_called(somebody) and _is_called(place) and is_kind(office, "office", "charge")
            return (at, at + 1, replace(place, kind="name")) if closed and firm else None
    return None


def _goes_on(place: Mention, more: Mention) -> bool:
    """Whether what reads like somebody is part of an organisation's name: no forename opens it ("Big Cods Big Sisters")."""
    unknown = bool(place.parts.get("unprofiled")) or place.kind == "name"
    return unknown and _is_called(more) and "title" not in more.parts and gender_of(more.text.split()[0]) is None


def _is_called(item: Item) -> bool:
    """Whether an item is a person's name of two words, and no pronoun or surname."""
    return isinstance(item, Mention) and is_kind(item, "person") and "ref" not in item.parts and " " in item.text
