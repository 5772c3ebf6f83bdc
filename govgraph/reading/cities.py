"""Cities of the world in a line: a name that is a city's is a place, wherever in the sentence it stands.

A word that opens a sentence is one only where a comma, a bracket or a verb follows it, since any word has a capital there.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from govgraph.reading.capitals import out_of_capitals
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.surnames import gender_of
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set
from govgraph.resources import resource

_LONGEST = 4  # words
_PERSON = 2  # a person's name of so many words and more can be a city's: "San Juan"


@cache
def city_rows() -> tuple[Mapping[str, str], ...]:
    """The rows of `data/reference/cities.csv`."""
    with resource("data/reference/cities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def countries_of() -> Mapping[str, frozenset[str]]:
    """The cities of `data/reference/cities.csv` in plain form, each with the countries that have one of that name; one called
    after its river too is known without it ("Frankfurt am Main")."""
    found: dict[str, set[str]] = {}
    for row in city_rows():
        name = plain(row["name"])
        rivers = (name.partition(f" {word} ")[0] for word in word_set("before-a-river"))
        for called in {name, *rivers}:
            found.setdefault(called, set()).add(row["country"])
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def cities() -> frozenset[str]:
    """The cities of the world in plain form, but for those that are words as well."""
    return frozenset(countries_of()) - word_set("not-cities") - word_set("not-names") - word_set("function-words")


def with_cities(line: Line) -> Line:
    """The line with each name of a city as a `place`."""
    found: list[tuple[int, int, Mention]] = []
    for number, item in enumerate(line.items):
        if after := _somebody_after_a_city(line, number):
            found.extend((number, number + 1, one) for one in after)
        elif isinstance(item, Mention) and item.kind in ("name", "person") and not _is_a_firm(line.items, number + 1):
            words = len(item.text.split())
            known = (item.kind == "name" or words >= _PERSON) and plain(item.text) in cities()
            if (known or _is_in_its_country(line.items, number)) and "title" not in item.parts:
                found.append((number, number + 1, replace(item, kind="place", value=_as_a_name(item.text), parts={})))
        elif is_kind(item, "country") and _is_a_city_of_another(line.items, number):
            found.append((number, number + 1, replace(item, kind="place", value=_as_a_name(item.text), parts={})))
    length = _opening(line)
    if length:
        start, end = line.items[0].start, line.items[length - 1].end
        text = line.text[start:end]
        found.insert(0, (0, length, Mention("place", start, end, text, _as_a_name(text))))
    return line.replaced(found) if found else line


def _somebody_after_a_city(line: Line, number: int) -> tuple[Mention, ...]:
    """The city and the person of a name that is both: "In Riga Ana Berg, the chair, spoke"."""
    item = line.items[number]
    led = number > 0 and is_token(line.items[number - 1], "in", "at", "from")
    if not led or not isinstance(item, Mention) or item.kind != "person" or item.parts.keys() & {"title", "ref", "pronoun"}:
        return ()
    words = item.text.split()
    most = len(words) - _PERSON
    if plain(item.text) in cities():
        return ()
    length = next((n for n in range(min(most, _LONGEST), 0, -1) if plain(" ".join(words[:n])) in cities()), 0)
    sure = length and words[length][0].isupper() and (is_token(line.items[number - 1], "in") or gender_of(words[length]))
    if not sure or " ".join(words) != item.text:
        return ()
    end = item.start + len(" ".join(words[:length]))
    city, name = line.text[item.start : end], line.text[end + 1 : item.end]
    return (
        Mention("place", item.start, end, city, _as_a_name(city)),
        replace(item, start=end + 1, text=name, value=name),
    )


def _as_a_name(text: str) -> str:
    """A city as it is called where nothing stands in capitals: "Cartagena de Indias" of "CARTAGENA DE INDIAS"."""
    return out_of_capitals(text, word_set("within-a-city-s-name") | word_set("before-a-river")) if text.isupper() else text


def _is_in_its_country(items: Sequence[Item], number: int) -> bool:
    """Whether a name goes on from that of a city, and the country after it has such a city: "Cartagena de Indias, Colombia"."""
    city, *words = plain(items[number].text).split()
    mark, land = [*items[number + 1 : number + 3], None, None][:2]
    beside = mark is not None and is_token(mark, ",", "in", "(") and is_kind(land, "country")
    goes_on = len(words) > 1 and words[0] in word_set("within-a-city-s-name")
    return bool(beside and goes_on and is_kind(land, "country") and land.value in countries_of().get(city, frozenset()))


def _is_a_city_of_another(items: Sequence[Item], number: int) -> bool:
    """Whether a country that is a city too stands where a city does, with another country after it: "in Hong Kong, China"."""
    before, after = items[number - 1 : number] if number else [], items[number + 1 : number + 4]
    if len(after) < 2 or not is_token(after[0], ",") or not is_kind(after[1], "country"):
        return False
    led = not before or is_token(before[0], "in", "to", "at", "--", ":", "(")
    listed = len(after) > 2 and is_token(after[2], ",", "and", "or")
    return led and not listed and plain(items[number].text) in cities() and items[number].text[0].isupper()


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
