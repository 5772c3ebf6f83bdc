"""What the words of a date stand for: days, months and years as numbers, and None where no calendar has such a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from govgraph.reading.lines import Item
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_values

_MONTH = 31  # days


def month_of_the_day(around: date, day: int, weekday: str | None) -> int | None:
    """The month of a day told without one: that of the text, or the one beside it in which the day is the weekday told."""
    if weekday is None:
        return around.month
    days = (around + timedelta(days=away) for away in sorted(range(-_MONTH, _MONTH + 1), key=abs))
    return next((one.month for one in days if (one.day, one.weekday()) == (day, int(weekday))), None)


def date_value(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """`2013-10-21/2013-10-24`, with `?` for what the words leave out; None for a day that no calendar has."""
    if "year2" in parts and not {"|", "\t"}.isdisjoint(text):
        return None  # two cells of a row
    if "numeric" in parts and not _numeric_day(parts, parts.pop("numeric")):
        return None
    if "numeric2" in parts and not _numeric_end(parts, parts.pop("numeric2")):
        return None
    months = word_values("months")
    for name in ("month", "month2"):
        if name in parts and not parts[name].isdigit():
            parts[name] = months[plain(parts[name])]
    for name in ("day", "day2"):
        if name in parts:
            parts[name] = re.sub(r"\D", "", parts[name])
            if not parts[name] or not 1 <= int(parts[name]) <= 31:
                return None
    if parts.pop("digits", None) and not text[-3:-2].isdigit():
        return None  # "on the first" is seldom a day
    if "month" in parts and not 1 <= int(parts["month"]) <= 12:
        return None
    if "day2" not in parts and not _is_in_calendar(parts.get("year", "2000"), parts.get("month"), parts.get("day")):
        return None
    if "weeks" in parts:
        parts["weeks"] = word_values("nearby")[plain(parts["weeks"])]
        if parts["weeks"] == "0":
            return None  # "this week" tells no year that the text is not of
    if "weekday" in parts:
        parts["weekday"] = word_values("weekdays")[plain(parts["weekday"])]
    if ("day2" in parts or "day" in parts) and "month" not in parts:
        parts["month"] = parts.get("month2", "?")
    return text


def _is_in_calendar(year: str, month: str | None, day: str | None) -> bool:
    try:
        return not (month and day) or bool(date(int(year), int(month), int(day)))
    except ValueError:
        return False


def _numeric_day(parts: dict[str, str], text: str) -> bool:
    """Reads 15.10.2009, 15.10.09, 25/11/2021, 2009-10-15 or 15-OCT-1987; whether it is one of them.

    With strokes, some write the day first and some the month: 04/11/2000 could be either, and is not read.
    """
    pieces = re.split(r"[./-]", text)
    if "/" in text:
        first, second = int(pieces[0]), int(pieces[1])
        if (first > 12) == (second > 12):
            return False
        if second > 12:
            pieces[:2] = pieces[1], pieces[0]
    if "-" in text and len(pieces[0]) == 4:
        pieces.reverse()
    day, month, year = pieces
    month = word_values("months").get(plain(month), month)
    if not month.isdigit():
        return False
    century = "20" if len(year) == 2 else ""
    parts["day"], parts["month"], parts["year"] = str(int(day)), str(int(month)), century + year
    return True


def _numeric_end(parts: dict[str, str], text: str) -> bool:
    """Reads the last day of a range, which must lie in the year of the first; whether it does."""
    last: dict[str, str] = {}
    if not _numeric_day(last, text) or last["year"] != parts["year"]:
        return False
    parts["day2"], parts["month2"] = last["day"], last["month"]
    return True
