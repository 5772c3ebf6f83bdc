"""Names that two countries share, and which of the two a text means that names one in full: "Korea", "the Congolese"."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache

from govgraph.reading.cities import countries_of
from govgraph.reading.lines import Line
from govgraph.reading.tokens import plain
from govgraph.resources import resource


@cache
def shared_names() -> tuple[Mapping[str, str], ...]:
    """The rows of `data/reference/shared-names.csv`: a name, its form as a mention's, and the countries that have it."""
    with resource("data/reference/shared-names.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def is_shared(name: str) -> bool:
    """Whether a name is one that two countries have, so that it names no city either."""
    return any(row["name"] == name for row in shared_names())


def meant_countries(lines: Sequence[Line]) -> dict[str, tuple[str, str]]:
    """By shared name, the code of the only country of that name that the text names in full, or names a city of, and the form
    of the name; those are left out that could be either's."""
    told = {item.value for line in lines for item in line.mentions_of("country")}
    cities = [countries_of().get(plain(item.text), frozenset()) for line in lines for item in line.mentions_of("place")]
    found: dict[str, tuple[str, str]] = {}
    for row in shared_names():
        codes = set(row["codes"].split("|"))
        lying = [here & codes for here in cities]
        named = codes & told | {code for here in lying for code in here if len(here) == 1}
        if len(named) == 1:
            found[row["name"]] = named.pop(), row["form"]
    return found
