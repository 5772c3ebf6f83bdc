"""In which year a day or a month lies that is told without one: the nearest to the publication, the next, or the last.

A text that says "from 7 to 10 October" means those of the year in which it was published, or of the one before or after.
Which one, the words around tell: what "takes place in May" lies ahead of the publication, what "was held in May" behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from govgraph.reading.tokens import plain
from govgraph.reading.words import word_classes, word_values

Side = Literal["ahead", "behind", "near"]
"""Where a day lies, seen from the publication; `near` where the words do not tell."""

MIDDLE = 15  # of a month of which no day is told
_TO_BE = re.compile(r" be \w+ ")  # what is "to be held" was not
_FARTHEST = {"near": 100, "ahead": 330, "behind": 330}  # days


def side_told(words: str) -> Side:
    """Where some words of a sentence put what they tell of: "takes place", "is to be held", "was held"."""
    said = _TO_BE.sub(" be ", f" {plain(' '.join(words.split()))} ")
    ahead, behind = (any(f" {word} " in said for word in word_classes()[f"times-{side}"]) for side in ("ahead", "behind"))
    if ahead == behind:
        return "near"
    return "ahead" if ahead else "behind"


def nearest_year(month: int, day: int, around: date | None, side: Side) -> int | None:
    """The year in which a day is closest to the publication on that side; None where that is too far from it."""
    near = []
    for year in (around.year - 1, around.year, around.year + 1) if around else ():
        try:
            away = (date(year, month, day) - around).days if around else 0
        except ValueError:
            continue
        if side == "near" or away == 0 or (away > 0) == (side == "ahead"):
            near.append((abs(away), year))
    return min(near)[1] if near and min(near)[0] <= _FARTHEST[side] else None


def year_nearby(parts: Mapping[str, str], published: date) -> int:
    """The year of "next March", of "last March" and of "March next year", seen from the day of publication."""
    sides = word_values("nearby")
    if "yearby" in parts:
        return published.year + int(sides[parts["yearby"].casefold()])
    month, side = int(parts["month"]), int(sides[parts["nearby"].casefold()])
    if side > 0:
        return published.year + (month <= published.month)
    return published.year - (side < 0 and month >= published.month)


def years_away(words: str) -> int | None:
    """How many years lie between now and "next year", "year earlier" or "-2"; None for other words."""
    said = " ".join(words.casefold().split())
    known = {key.removeprefix("a ").removeprefix("the "): int(value) for key, value in word_values("nearby-years").items()}
    found = known.get(said.removeprefix("a ").removeprefix("the "))
    return found if found is not None or not re.fullmatch(r"-?\d{1,3}", said) else int(said)
