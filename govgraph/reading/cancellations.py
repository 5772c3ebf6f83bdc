"""Sessions and events that a text says were called off: it tells of no place, no days and nobody who came to them.

"The 17th congress will be held in Suva on 4 April 2020. It was cancelled.", "17th congress, Suva, 2020 (cancelled)". The cues
stand in `loaders/communiques/denials.yaml`; what a sentence says of plans that it takes back itself is the work of `denials`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Mention
from govgraph.reading.matching import Attempt

_MET = frozenset({"year", "start", "end", "city", "country", "participants", "countriesRepresented", "startDay", "endDay"})
_NEAR = 3  # lines back in which the session stands that "it" or "Status: cancelled" means


def without_called_off(
    facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse, attempts: list[Attempt] | None = None
) -> list[Fact]:
    """The facts without the circumstances of what a text calls off, as far as they stand before it does.

    Where `attempts` is given, each that goes is noted in it, with why.
    """
    met = [fact for fact in facts if fact.kind in ("session", "event") and fact.property in _MET]
    held = _held(lines, met)
    off: set[int] = set()
    for number in range(len(lines)) if met else ():
        for subject, start, end in _called_off(number, lines, met, discourse):
            if subject not in held:
                off.update(id(fact) for fact in met if fact.subject == subject and start <= fact.words.start < end)
    if attempts is not None:
        gone = [fact for fact in facts if id(fact) in off]
        attempts.extend(
            Attempt(fact.sentence, fact.rule, fact.words, 0, "the text says that it was called off") for fact in gone
        )
    return [fact for fact in facts if id(fact) not in off]


def _held(lines: Sequence[Line], met: Sequence[Fact]) -> set[str]:
    """What a sentence that calls nothing off tells of as over: then only a plan was given up, another place or other days."""
    cues = named_patterns("denials.yaml")
    over = {line.span for line in lines if line.matches_any(cues["was-held"])}
    off = ("called-off", "called-off-before", "called-off-here", "called-off-ahead")
    over -= {line.span for line in lines for cue in off if line.matches_any(cues[cue])}
    return {fact.subject for fact in met if fact.sentence in over}


def _called_off(
    number: int, lines: Sequence[Line], met: Sequence[Fact], discourse: Discourse
) -> Iterator[tuple[str, int, int]]:
    """What a line calls off, as the subject of facts, and from where up to where facts about it are void."""
    cues, line = named_patterns("denials.yaml"), lines[number]
    if line.matches_any(cues["not-called-off"]):
        return
    for match in line.find_any(cues["called-off"]):
        for item in match.slots.get("s", ()):
            resolved = discourse.resolve(item, line) if isinstance(item, Mention) else None
            if resolved is not None:
                yield f"session:{resolved.value}", 0, line.span.end
    here = [fact for fact in met if fact.sentence == line.span]
    if line.matches_any(cues["called-off-ahead"]):
        yield from ((fact.subject, line.span.start, line.span.end) for fact in here)
    for match in line.find_any(cues["called-off-here"]):
        at = line.items[match.start].start
        last = max((fact for fact in here if fact.words.start < at), key=lambda fact: fact.words.end, default=None)
        if last is not None:
            yield last.subject, 0, line.span.end
    if line.matches_any(cues["called-off-before"]):
        near = {one.span for one in lines[max(0, number - _NEAR) : number]}
        before = max((fact for fact in met if fact.sentence in near), key=lambda fact: fact.words.end, default=None)
        if before is not None:
            yield before.subject, 0, line.span.end
