"""Where a sentence about elections has two clauses, each with people and a verb of its own."""

from __future__ import annotations

from govgraph.reading.cues import named_patterns
from govgraph.reading.lines import Line, is_kind, is_token
from govgraph.reading.plainer import lead_of_a_list
from govgraph.reading.words import word_classes

_APART = 8  # items between somebody and the passive verb of the clause


def clauses(line: Line) -> list[Line]:
    """A sentence, or its two halves where the second tells of somebody else with a verb of its own: "elected Ana Berg as
    treasurer, and Jon Lind was re-elected secretary". None of a list whose entries are read each alone."""
    if lead_of_a_list(line):
        return []
    cues = named_patterns("ballots.yaml")
    for match in line.find_any(cues["another-clause"]):
        return [
            Line(items, line.span, line.text) for items in (line.items[: match.start], line.items[match.start + 1 :]) if items
        ]
    passive = [match.start for match in line.find_any(cues["is-elected"])]
    active = [match for match in line.find_any(cues["elects"]) if match.start not in passive]
    for start in sorted(passive):
        person = next((at for at in range(start - 1, max(-1, start - _APART), -1) if is_kind(line.items[at], "person")), 0)
        joined = person > 1 and is_token(line.items[person - 1], "and", ";")
        opening = _opens_anew(line, person)
        if opening:
            return [Line(items, line.span, line.text) for items in (line.items[:opening], line.items[person:])]
        if joined and any(_elects_somebody(line, match.end, person) for match in active):
            halves = line.items[: person - 1], line.items[person:]
            return [Line(items, line.span, line.text) for items in halves]
    return [line]


def _opens_anew(line: Line, person: int) -> int:
    """Where "and" stands, if only words of time or place are between it and somebody: "and during the meeting, Ana Berg"."""
    comma = person > 1 and is_token(line.items[person - 1], ",")
    for at in range(person - 2, max(0, person - _APART), -1) if comma else ():
        if is_kind(line.items[at], "person", "office"):
            return 0
        if is_token(line.items[at], "and"):
            return at if is_token(line.items[at + 1], *word_classes()["opens-a-circumstance"]) else 0
    return 0


def _elects_somebody(line: Line, start: int, end: int) -> bool:
    """Whether between two items stand both a person and an office."""
    between = line.items[start:end]
    return any(is_kind(item, "person") for item in between) and any(is_kind(item, "office") for item in between)


def ends_a_clause(line: Line, number: int) -> bool:
    """Whether a clause ends here: at "while", at a semicolon, or at ", and" after a verb of its own."""
    if is_token(line.items[number], "while", "whereas", ";"):
        return True
    joined = number > 1 and is_token(line.items[number], "and") and is_token(line.items[number - 1], ",")
    return joined and any(is_token(item, *word_classes()["clause-verbs"]) for item in line.items[:number])
