"""Cities that have a code of their own as countries have, told with the country that they are in: "Hong Kong, China"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.gazetteer import city_states, part_of
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token


def city_states_as_places(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which such a city before its country is a place, and no country."""
    for line in lines:
        found = [
            (at, at + 1, replace(item, kind="place", value=city_states()[item.value], parts={}))
            for at, item in enumerate(line.items)
            if isinstance(item, Mention) and _is_a_city(item) and _is_in(part_of(item.value), line.items[at + 1 : at + 3])
        ]
        yield line.replaced(found) if found else line


def _is_a_city(mention: Mention) -> bool:
    return mention.kind == "country" and mention.value in city_states() and mention.parts.get("form") != "adjective"


def _is_in(state: str, after: Sequence[Item]) -> bool:
    """Whether a comma and the state come next: in "Singapore, Malaysia and Peru", Singapore is one of several countries."""
    return len(after) > 1 and is_token(after[0], ",") and is_kind(after[1], "country") and after[1].value == state
