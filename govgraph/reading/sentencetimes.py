"""Of which day, or of which year, a sentence is that names none for what it tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from govgraph.documents.document import Span
from govgraph.reading.cues import cues
from govgraph.reading.discourse import Discourse
from govgraph.reading.lands import after_dateline
from govgraph.reading.lines import Item, Line, Mention, is_token, year_written
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_FEW_BEFORE = 3  # sentences in which the day can stand that the next one goes on with


def day_before(discourse: Discourse, line: Line) -> tuple[Mention, Span] | None:
    """The day that a sentence names before its session, or else the last one of the few sentences before it, and where.

    Not one since, until or before which something lasts or is, nor one on which something is only to happen.
    """
    at = bisect_left(discourse.lines, line.span.start, key=lambda one: one.span.start)
    for other in (line, *reversed(discourse.lines[max(0, at - _FEW_BEFORE) : at])):
        ahead = [match.slots["day"][0] for match in other.find_any(cues()["day-ahead"])] if other is not line else []
        session = next((number for number, item in enumerate(other.items) if other is line and _is_session(item)), None)
        for number, item in reversed(list(enumerate(other.items[:session]))):
            if not (isinstance(item, Mention) and item.kind == "date" and _is_a_day(item)) or item.start < after_dateline(
                other
            ):
                continue
            if item not in ahead and not any(
                plain(one.text) in word_set("bounds") for one in other.items[max(0, number - 2) : number]
            ):
                return item, other.span
    return None


def is_later(discourse: Discourse, line: Line, words: Span | None = None) -> bool:
    """Whether all years of a sentence, or those beside some of its words, lie after that of the publication.

    Beside means up to the next colon or semicolon. A sentence that names a session by its number is of that session; one
    without a year can say "next year".
    """
    around, occasions = discourse.setting.around, discourse.occasions
    if around is None or not occasions.reports:
        return False
    if any(occasions.explicit(item, line) is not None for item in line.mentions):
        return False
    first, last = line.span.start, line.span.end
    if words is not None:
        marks = [item for at, item in enumerate(line.items) if is_token(item, ";", ":") or _goes_on(line.items, at)]
        first = max((mark.end for mark in marks if mark.end <= words.start), default=first)
        last = min((mark.start for mark in marks if mark.start >= words.end), default=last)
    years = [
        year
        for number, item in enumerate(line.items)
        if first <= item.start < last and (year := year_written(item)) is not None and not _is_an_end(line.items, number)
    ]
    if years:
        return min(years) > around.year
    return line.matches_any(cues()["next-year"])


def _goes_on(items: Sequence[Item], number: int) -> bool:
    """Whether at a comma a clause begins that tells of what comes after: ", and they will meet again"."""
    words = [plain(item.text) for item in items[number : number + 3]]
    return words[:2] == [",", "and"] and words[2:] in (["they"], ["it"], ["he"], ["she"], ["will"])


def _is_an_end(items: Sequence[Item], number: int) -> bool:
    """Whether an item is when something ends or for when it is: "sets its course to 2020"."""
    return number > 0 and is_token(items[number - 1], "to", "until", "till", "by", "through")


def _is_session(item: Item) -> bool:
    return isinstance(item, Mention) and item.kind == "session"


def _is_a_day(date: Mention) -> bool:
    return "day2" not in date.parts and not {"relative", "weekday", "day"}.isdisjoint(date.parts)


def only_month_before(sentence: Span, lines: Sequence[Line]) -> int | None:
    """The only month that the sentence before one tells: "It opened on 21 August. It ended on the 25th"."""
    at = bisect_left(lines, sentence.start, key=lambda line: line.span.start)
    dates = lines[at - 1].mentions_of("date") if at > 0 else ()
    told = {item.parts.get("month", "") for item in dates} - {"?", ""}
    return int(told.pop()) if len(told) == 1 else None
