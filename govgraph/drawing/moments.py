"""Dates as places on a line of years: `2013-10-21` is 2013.80, a date that names less is the middle of what it names."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def at(moment: str) -> float | None:
    """A day, month or year as a number of years; None for anything else."""
    found = _DATE.match(moment)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not month:
        return year + 0.5
    try:
        middle = date(year, month, day or 15)
    except ValueError:
        return None
    return round(year + (middle.timetuple().tm_yday - 1) / 365.25, 3)


def ticks(first: float, last: float, most: int = 10) -> list[int]:
    """The years that are written on a line from one moment to another: at most so many, and no year twice."""
    steps = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
    step = next((one for one in steps if (last - first) / one <= most), 1000)
    return [year for year in range(int(first), int(last) + 2) if year % step == 0 and first <= year <= last]
