"""Frames: a trigger, and the roles around it wherever in the sentence they stand.

A pattern says in which order its words come; a frame only says what belongs to a trigger such as "opened": a session, a day, a
place. Each role is played by the match nearest to the trigger, on the side that the frame allows, as long as nothing stands
between that ends what is said (a semicolon, or one of the frame's `walls`). So frames reach wordings that no pattern lists,
and know less of them: where a pattern tells the same property of the same thing, its word counts (`filled`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from govgraph.reading.choices import implicit_choices
from govgraph.reading.definitions import Definition, Role, read_definitions
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lands import after_dateline
from govgraph.reading.lines import Item, Line, Match, Mention, is_token
from govgraph.reading.matching import Around, Attempt, Found, bar, denied, facts_of, forbidden
from govgraph.reading.patternindexes import PatternIndex
from govgraph.reading.patterns import Pattern
from govgraph.reading.words import COMMUNIQUES
from govgraph.resources import resource

SINGLE = frozenset(
    {"year", "start", "end", "city", "country", "participants", "countriesRepresented", "next", "memberCount", "handover"}
    | {"recognitionCount", "meetsEvery", "votesPerMember"}
)
"""Properties of which a document tells one value, in most cases: of these a frame fills what no pattern has read."""


@cache
def frames() -> tuple[Definition, ...]:
    """The frames of `loaders/communiques/frames/`, in the order of files and entries.

    Raises:
        DefinitionError: a file or an entry is not well formed.
    """
    files = sorted(resource(f"{COMMUNIQUES}/frames").glob("*.yaml"))
    return tuple(frame for file in files for frame in read_definitions(file))


@cache
def _index() -> PatternIndex[Definition]:
    return PatternIndex((frame, pattern) for frame in frames() for pattern in frame.patterns)


def read_frames(line: Line, discourse: Discourse, attempts: list[Attempt] | None = None) -> Iterator[Found]:
    """The facts that the frames find in a sentence; where `attempts` is given, every trigger found is noted in it."""
    around: Around | None = None
    sure = discourse.is_sure(line)
    for frame, pattern in _index().candidates(line.features):
        triggers = list(line.matches_of(pattern))
        for trigger in triggers:
            match = _played(line, trigger, frame, [one for one in triggers if frame.nearest and one is not trigger])
            if match is not None and (frame.nearest or frame.details.get("hosting") == "announced"):
                match = _without_the_dateline(match, after_dateline(line))
            if match is None:
                continue
            if around is None:
                around = Around(implicit_choices(line, discourse), None)
            unsure = "the sentence says what might be" if not sure and not frame.regardless else ""
            reason = unsure or bar(frame, line) or denied(frame, trigger, line) or forbidden(frame, match, line)
            found = [] if reason else list(facts_of(line, match, frame, discourse, around))
            yield from found
            if attempts is not None:
                why = reason or ("" if found else "what it speaks of is not known here")
                attempts.append(Attempt(line.span, frame.id, line.cover(match.start, match.end), len(found), why))


def _played(line: Line, trigger: Match, frame: Definition, rivals: Sequence[Match]) -> Match | None:
    """The trigger with the slots of its roles, or None where one is needed that nobody plays; what is nearer to one of its
    `rivals` does not play."""
    start, end = trigger.start, trigger.end
    slots: dict[str, Sequence[Item]] = dict(trigger.slots)
    for role in frame.roles:
        player = _player(line, trigger, role, frame, rivals)
        if player is None:
            if role.needed:
                return None
            continue
        start, end = min(start, player.start), max(end, player.end)
        for name, items in player.slots.items():
            slots.setdefault(name, items)
    return Match(start, end, slots)


def _without_the_dateline(match: Match, after: int) -> Match:
    """The match without the dates of the dateline, which tell when a text was written, not when what it announces will be."""
    slots = {
        name: items
        for name, items in match.slots.items()
        if not any(isinstance(item, Mention) and item.kind == "date" and item.start < after for item in items)
    }
    return Match(match.start, match.end, slots)


def _player(line: Line, trigger: Match, role: Role, frame: Definition, rivals: Sequence[Match]) -> Match | None:
    """The nearest match of a role; of two as near, the longer one, and then the one before the trigger."""
    found: list[tuple[int, int, bool, Match]] = []
    for pattern in role.patterns:
        for match in line.find(pattern):
            before = match.end <= trigger.start
            if not before and match.start < trigger.end:
                continue
            if role.side not in ("", "before" if before else "after"):
                continue
            first, last = (match.end, trigger.start) if before else (trigger.end, match.start)
            taken = any(0 <= _between(match, rival) <= last - first for rival in rivals)
            if last - first <= role.reach and not taken and not _walled(line, first, last, frame.walls):
                found.append((last - first, match.start - match.end, not before, match))
    return min(found, key=lambda one: one[:3])[3] if found else None


def _between(one: Match, two: Match) -> int:
    """How many items stand between two matches; fewer than none where they overlap."""
    return max(one.start, two.start) - min(one.end, two.end)


def _walled(line: Line, first: int, last: int, walls: Sequence[Pattern]) -> bool:
    if any(is_token(item, ";") for item in line.items[first:last]):
        return True
    part = Line(line.items[first:last], line.span, line.text)
    return any(part.matches(wall) for wall in walls)


def filled(read: Sequence[Fact]) -> list[Fact]:
    """The facts without what frames tell of a thing's single properties where a pattern, or an earlier frame, tells it."""
    ours = {frame.id for frame in frames()}
    told = {(fact.subject, fact.property) for fact in read if fact.rule not in ours}
    first: dict[tuple[str, str], str] = {}
    kept: list[Fact] = []
    for fact in read:
        key = (fact.subject, fact.property)
        if fact.rule in ours and fact.property in SINGLE and (key in told or first.setdefault(key, fact.value) != fact.value):
            continue
        kept.append(fact)
    return kept
