"""When a text was published: the day in its metadata, its dateline, its heading or at its foot, or the month of an issue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from govgraph.documents.document import Document, Span
from govgraph.reading.cues import cues
from govgraph.reading.lines import Item, Line, Mention, is_token

_DATELINES = 4  # lines that can open with one
_OPENING = 5  # lines that can be a letterhead
_LETTERHEAD = 3  # lines
_BRIEF = 14  # items of a line that can name the issue of a newsletter
_MIDDLE = 15  # the day that stands for a month
_CLOSING = 4  # lines, and items in them, that can be the date at the foot


def publication(document: Document, lines: Sequence[Line]) -> tuple[date | None, Span | None]:
    """The day of publication: from the metadata, or from a date in the opening lines that stands as one."""
    issued = document.metadata.issued_date
    if issued:
        return issued, None
    for line in lines[:_DATELINES]:
        for match in line.find_any(cues()["dateline"]):
            mention = match.slots["date"][0]
            assert isinstance(mention, Mention)
            day = None if "day2" in mention.parts else _whole_day(mention)
            if day and _is_today(match.slots.get("today", ())):
                return day, line.span
    return _date_of_a_heading(lines)


def _is_today(items: Sequence[Item]) -> bool:
    """Whether a cue that asks for "today" beside the date found it; most ask for nothing."""
    return all(isinstance(item, Mention) and item.parts.get("relative") == "today" for item in items)


def _date_of_a_heading(lines: Sequence[Line]) -> tuple[date | None, Span | None]:
    """A date with which one of the opening lines ends that is no sentence, or that stands alone at the foot.

    As in "Letter to members, for the edition of 5 May 2023".
    """
    closing = [line for line in lines[-_CLOSING:] if len(line.items) <= _CLOSING]
    for line in (*lines[:_OPENING], *closing):
        last = _date_at_the_end(line)
        if last is not None and "day2" not in last.parts and (day := _whole_day(last)):
            return day, line.span
    return None, None


def month_of_a_heading(lines: Sequence[Line]) -> tuple[date | None, Span | None]:
    """The middle of the month with which the first line or two end, where they are no sentences: "Newsletter, July 2025"."""
    for line in lines[:_LETTERHEAD]:
        last = _date_at_the_end(line)
        parts = last.parts if last is not None and len(line.items) <= _BRIEF else {}
        other = any(
            item.kind in ("session", "place") or (item.kind == "country" and item.parts.get("form") != "adjective")
            for item in line.mentions
        )
        if {"month", "year"} <= parts.keys() and "day" not in parts and not other:
            month, year = parts["month"], parts["year"]
            if (month + year).isdigit():
                return date(int(year), int(month), _MIDDLE), line.span
    return None, None


def _date_at_the_end(line: Line) -> Mention | None:
    """The date with which a line ends that is no sentence."""
    text = line.text[line.span.start : line.span.end].rstrip(")] ")
    last = next((item for item in reversed(line.items) if not is_token(item, ")", "]", ".")), None)
    return last if isinstance(last, Mention) and last.kind == "date" and text[-1:] not in ".!?" else None


def _whole_day(mention: Mention) -> date | None:
    """The day that a date mention names in full."""
    parts = mention.parts
    try:
        return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    except (KeyError, ValueError):
        return None
