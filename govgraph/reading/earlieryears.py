"""Whether a sentence, or what it says beside a session, is of another year than the text, like "a year later"."""

from __future__ import annotations

from datetime import date

from govgraph.reading.cues import cues
from govgraph.reading.lines import Item, Line, Mention, is_token, year_written
from govgraph.reading.tokens import Token, plain, year_of
from govgraph.reading.words import word_values

_SINCE = 6  # items before a year in which "since" can stand
_BEFORE, _AFTER = 10, 14  # items; a year that is further away from a session tells of something else
_RECENT = 6  # months; a text reports what is no longer ago


def names_earlier_years(line: Line, session: Mention, published: date | None) -> bool:
    """Whether the years beside a session, up to the next colon or semicolon, all lie before that of the publication."""
    at = line.index(session)
    first = max((n for n in range(at) if is_token(line.items[n], ";", ":")), default=-1) + 1
    last = min((n for n in range(at, len(line.items)) if is_token(line.items[n], ";", ":")), default=len(line.items))
    years = [
        year
        for n in range(first, last)
        if -_BEFORE <= n - at <= _AFTER
        and not _is_since(line, at, n)
        and (year := _year_at(line.items[n], published)) is not None
    ]
    return published is not None and bool(years) and max(years) < published.year


def is_of_an_earlier_year(line: Line, published: date | None) -> bool:
    """Whether a sentence opens with a year before that of the publication."""
    return published is not None and any(year < published.year for year in _opening_years(line))


def opens_in_another_year(line: Line, told: Line | None) -> bool:
    """Whether a sentence opens with "a year later", or with a year that is none of those in the sentence `told`."""
    if line.matches_any(cues()["another-year"]):
        return True
    years = {year for item in told.items if (year := year_written(item)) is not None} if told else set()
    return bool(years) and any(year not in years for year in _opening_years(line))


def _opening_years(line: Line) -> list[int]:
    years = [match.slots["year"][0] for match in line.find_any(cues()["year"])]
    return [int(year.form) for year in years if isinstance(year, Token)]


def _is_since(line: Line, session: int, year: int) -> bool:
    """Whether a year tells since when something lasts: "it had not left Paris since it went to Sofia in 1985"."""
    since = next((n for n in range(max(0, year - _SINCE), year) if is_token(line.items[n], "since")), None)
    return since is not None and not since < session < year


def _year_at(item: Item, published: date | None) -> int | None:
    """The year that an item tells; of a date only one long before the text. "Last October" is of the year before."""
    if not isinstance(item, Mention) or item.kind != "date" or published is None:
        return year_of(item)
    if "nearby" in item.parts:
        return published.year - (word_values("nearby").get(plain(item.parts["nearby"])) == "-1")
    if not item.parts.get("year", "").isdigit():
        return None
    year, month = int(item.parts["year"]), item.parts.get("month2", item.parts.get("month", "1"))
    months = 12 * (published.year - year) + published.month - (int(month) if month.isdigit() else 1)
    return year if months > _RECENT else None
