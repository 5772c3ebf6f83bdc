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
