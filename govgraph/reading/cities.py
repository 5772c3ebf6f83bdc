"""Cities of the world in a line: a name that is a city's is a place, wherever in the sentence it stands.

A word that opens a sentence is one only where a comma, a bracket or a verb follows it, since any word has a capital there.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from govgraph.reading.lines import Item, Line, Mention, is_token
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set
from govgraph.resources import resource

_LONGEST = 4  # words
_PERSON = 2  # a person's name of so many words and more can be a city's: "San Juan"


@cache
def countries_of() -> Mapping[str, frozenset[str]]:
    """The cities of `data/reference/cities.csv` in plain form, each with the countries that have one of that name."""
    found: dict[str, set[str]] = {}
    with resource("data/reference/cities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(plain(row["name"]), set()).add(row["country"])
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def cities() -> frozenset[str]:
    """The cities of the world in plain form, but for those that are words as well."""
    return frozenset(countries_of()) - word_set("not-cities") - word_set("not-names") - word_set("function-words")


def with_cities(line: Line) -> Line:
    """The line with each name of a city as a `place`."""
    found: list[tuple[int, int, Mention]] = []
    for number, item in enumerate(line.items):
        if isinstance(item, Mention) and item.kind in ("name", "person") and not _is_a_firm(line.items, number + 1):
            words = len(item.text.split())
            if (item.kind == "name" or words >= _PERSON) and "title" not in item.parts and plain(item.text) in cities():
                found.append((number, number + 1, replace(item, kind="place", value=item.text, parts={})))
    length = _opening(line)
    if length:
        start, end = line.items[0].start, line.items[length - 1].end
        text = line.text[start:end]
        found.insert(0, (0, length, Mention("place", start, end, text, text)))
    return line.replaced(found) if found else line


def _opening(line: Line) -> int:
    """Of how many words a city's name is that opens the line."""
    words: list[str] = []
    for number, item in enumerate(line.items[:_LONGEST]):
        if not isinstance(item, Token) or not item.text[0].isupper():
            break
        words.append(plain(item.text))
        if (
            " ".join(words) in cities()
            and not _is_a_firm(line.items, number + 1)
            and _may_follow(line.items[number + 1 : number + 2])
        ):
            return number + 1
    return 0


def _is_a_firm(items: Sequence[Item], at: int) -> bool:
    """Whether a name goes on as that of a firm: "Victoria, Inc."."""
    comma, ending = items[at : at + 1], items[at + 1 : at + 2]
    return bool(comma) and is_token(comma[0], ",") and bool(ending) and plain(ending[0].text) in word_set("firm-endings")


def _may_follow(items: list[Item]) -> bool:
    return not items or is_token(items[0], ",", "(", "--", ":", *word_classes()["after-a-city"])
