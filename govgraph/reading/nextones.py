"""What "the next one" is one of: a session, unless the words just before it speak of something else that is held."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from govgraph.reading.cues import cues
from govgraph.reading.lines import Line, Mention

_FEW_BEFORE = 2  # sentences that the word can go on from
_SESSIONS = ("session", "body", "gathering")


def goes_on_from_a_session(mention: Mention, lines: Sequence[Line]) -> bool:
    """Whether of the occasions in its sentence and the few before it, the one last before a mention is a session."""
    sessions, others = _occasions_before(mention, lines)
    return sessions > others


def goes_on_from_another(mention: Mention, lines: Sequence[Line]) -> bool:
    """Whether of the occasions in its sentence and the few before it, the one last before a mention is no session."""
    sessions, others = _occasions_before(mention, lines)
    return sessions < others


def _occasions_before(mention: Mention, lines: Sequence[Line]) -> tuple[int, int]:
    """Where, of the few sentences up to a mention, in the last one with any, the last session and the last other occasion
    before it stand; -1 for none."""
    last = bisect_right(lines, mention.start, key=lambda line: line.span.start)
    for other in reversed(lines[max(0, last - 1 - _FEW_BEFORE) : last]):
        sessions = [item.start for item in other.items if _is_session(item) and item.start < mention.start]
        others = [
            item.start
            for match in other.find_any(cues()["other-occasion"])
            for item in match.slots["occasion"]
            if item.start < mention.start
        ]
        if sessions or others:
            return max(sessions, default=-1), max(others, default=-1)
    return -1, -1


def _is_session(item: object) -> bool:
    return isinstance(item, Mention) and item.kind in _SESSIONS
