"""Cities that have a code of their own as countries have, told with the country that they are in: "Hong Kong, China"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.gazetteer import city_states
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token


def city_states_as_places(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which such a city before its country is a place, and no country."""
    for line in lines:
        found = [
            (at, at + 1, replace(item, kind="place", value=city_states()[item.value], parts={}))
            for at, item in enumerate(line.items)
            if isinstance(item, Mention) and _is_a_city(item) and _has_a_country(line.items[at + 1 : at + 3])
        ]
        yield line.replaced(found) if found else line


def _is_a_city(mention: Mention) -> bool:
    return mention.kind == "country" and mention.value in city_states() and mention.parts.get("form") != "adjective"


def _has_a_country(after: Sequence[Item]) -> bool:
    return len(after) > 1 and is_token(after[0], ",") and is_kind(after[1], "country")
