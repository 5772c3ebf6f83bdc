"""What stands where the name of a city could and is none: a part of the world, a thing, or somebody."""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.reading.facts import Fact
from govgraph.reading.lines import Item, Mention, is_kind
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set


def is_no_city(item: Item) -> bool:
    """Whether the words of a name tell that it is no city's: "Africa", "Wetlands Letter", "Mr. Jon Berg"."""
    return is_kind(item, "name", "person") and (_is_region(item) or _is_a_thing(item) or _is_somebody(item))


def without_cities_of_headlines(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without a city in capitals, "CLOSES IN RIO", or cut short, of what the text places in one that it spells in
    small letters, or in full: "Rio de Janeiro"."""
    cities = {(fact.subject, fact.value) for fact in facts if fact.property == "city"}
    spelt = {subject for subject, city in cities if not city.isupper()}
    short = {
        (subject, city)
        for subject, city in cities
        for other, full in cities
        if other == subject and plain(full).startswith(f"{plain(city)} ") and not full.isupper()
    }
    dropped = {*short, *((subject, city) for subject, city in cities if city.isupper() and subject in spelt)}
    return [fact for fact in facts if fact.property != "city" or (fact.subject, fact.value) not in dropped]


def _is_region(name: Mention) -> bool:
    """Whether a name is that of a part of the world: "held in sub-Saharan Africa"."""
    return plain(name.text).split()[-1] in word_set("regions")


def _is_a_thing(name: Mention) -> bool:
    """Whether a name holds a word that names of places do not: "Wetlands Letter"."""
    last = plain(name.text.split()[-1])
    return last in word_set("not-names") and last not in word_set("place-tails")


def _is_somebody(name: Mention) -> bool:
    """Whether what reads like a person's name is one: "Mr. Jon Berg", "Amy Lund", but not "St Petersburg", "Victoria Falls"."""
    if name.kind != "person":
        return False
    title, first, *more = plain(name.parts.get("title", "")), *plain(name.text).split()
    called = first in word_set("forenames-of-women") or first in word_set("forenames-of-men")
    return (called and word_set("place-tails").isdisjoint(more)) or (bool(title) and title not in word_set("saints"))
