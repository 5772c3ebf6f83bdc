"""Sessions called by their year, where the text counts them: "the 2031 General Assembly", beside "the 92nd"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.discourse import Discourse
from govgraph.reading.lines import Line, Mention

_YEAR = "year"


def named_by_their_year(lines: Sequence[Line], discourse: Discourse) -> Iterator[Line]:
    """The lines in which a body of the text's organisation with the year of the publication, or the next, is a session.

    It is the one that the text reports, or the one after it; where the text reports none, it stays an event of its own.
    """
    around = discourse.setting.around
    years = {str(around.year), str(around.year + 1)} if around is not None and discourse.occasions.reports else set()
    for line in lines:
        found = [
            (at, at + 1, replace(item, kind="session", value="", parts={"ref": _YEAR, _YEAR: item.parts[_YEAR]}))
            for at, item in enumerate(line.items)
            if isinstance(item, Mention)
            and item.kind == "event"
            and item.parts.get(_YEAR) in years
            and discourse.is_a_session_of_ours(item)
        ]
        yield line.replaced(found) if found else line
