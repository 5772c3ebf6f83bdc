"""People with their posts in one sentence, where semicolons divide them: each is told as in a line of a list.

"Installed were Ana Berg, Lund Lines, chair; Jon Lind, Port of Oslo, treasurer; and Eva Moen, secretary." Between two
semicolons the first name is somebody's, and the next may be where that person works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govgraph.documents.document import Span
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.entries import divided, is_post, is_somebody
from govgraph.reading.enumerations import leads_right_in, organ_owner
from govgraph.reading.facts import Fact
from govgraph.reading.leads import Lead, lead_of, listed_role, office_listed
from govgraph.reading.lines import Item, Line, is_token
from govgraph.reading.rosters import Entry, listed
from govgraph.reading.words import word_set

RULE = "semicolons"
_ROW = "roster"
_FEWEST = 2  # people
_BEFORE = 2  # sentences that can name the offices
_FARTHEST = 60  # items of what leads the list in


def with_semicolons(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> list[Fact]:
    """The facts, and those from sentences that list people between semicolons; what else such a sentence told of posts gives
    way to them, unless a line of a longer list told it."""
    us = None if discourse.is_about_meetings_alone else discourse.setting.keeper
    found: list[Fact] = []
    rows = {fact.sentence for fact in facts if fact.rule == _ROW}
    for number, line in enumerate(lines if us else ()):
        if ";" in line.features and line.span not in rows and discourse.is_sure(line):
            found.extend(_told(lines, number, str(us)))
    read = {fact.sentence for fact in found}
    return [*(fact for fact in facts if fact.kind != "person" or fact.sentence not in read), *found]


def _told(lines: Sequence[Line], number: int, us: str) -> list[Fact]:
    line = lines[number]
    first, *others = _between_semicolons(line)
    start = _start(first, line)
    opening = _entry(first[start:]) if start is not None else None
    entries = [opening, *map(_entry, others)]
    if start is None or len(entries) < _FEWEST or not all(entries):
        return []
    lead = _lead(lines, number, start, us)
    run = [Entry(_line_of(parts, line), parts, lead, line.span) for parts in entries if parts and lead]
    if lead is None or not (lead.role or all(any(map(is_post, one.parts[1:])) or len(one.parts[0]) > 1 for one in run)):
        return []
    led = Line(line.items[:start] or line.items[:1], line.span, line.text)
    return [replace(fact, rule=RULE, details={}) for fact in listed(run, organ_owner(led, us) or us)]


def _between_semicolons(line: Line) -> list[Sequence[Item]]:
    """What stands between the semicolons, without an "and" before it and the full stop at the end."""
    items = line.items[:-1] if is_token(line.items[-1], ".") else line.items
    first, *others = divided(items, ";")
    return [first, *(part[1:] if is_token(part[0], "and", "&") else part for part in others)]


def _start(items: Sequence[Item], line: Line) -> int | None:
    """Where the first entry begins: at a name at the head of the sentence, or after what can lead a list in."""
    for at, item in enumerate(items[:_FARTHEST]):
        if is_somebody(item):
            led = not at or is_token(items[at - 1], *word_set("electing"))
            if led or leads_right_in(Line(tuple(items[:at]), line.span, line.text)):
                return at
    return None


def _lead(lines: Sequence[Line], number: int, start: int, us: str) -> Lead | None:
    """What leads a list in: the words before it, or the sentence before it, if it names those who hold offices from now on."""
    line = lines[number]
    before = lines[max(0, number - _BEFORE) : number]
    if not start:
        told = (lead_of(one, (), us) for one in reversed(before))
        return next((lead for lead in told if lead is not None), None)
    opening = Line(line.items[:start], line.span, line.text)
    if opening.matches_any(named_patterns("rosters.yaml")["elects-right-before"]):
        return lead_of(opening, before, us) or Lead("elected", office_listed(opening) or listed_role(opening), (line.span,))
    return lead_of(opening, before, us)


def _line_of(parts: Sequence[Sequence[Item]], line: Line) -> Line:
    """The words of an entry as a line of their own."""
    items = [item for part in parts for item in part]
    return Line(tuple(items), Span(items[0].start, items[-1].end), line.text)


def _entry(items: Sequence[Item]) -> list[list[Item]] | None:
    """Somebody with what stands in brackets after the name, and the parts between commas after it: "Lund Lines", "chair"; none
    of where somebody is from ("of Oslo") or that somebody "will serve as" what follows."""
    if not items or not is_somebody(items[0]):
        return None
    rest = list(items[1:])
    bracket = next((at + 1 for at, item in enumerate(rest) if is_token(item, ")")), 0) if rest and is_token(rest[0], "(") else 0
    person, rest = [items[0], *rest[:bracket]], rest[bracket:]
    if rest and not is_token(rest[0], ",", "--", "of", "from", *word_set("takes-a-post")):
        return None
    parts = [_without_a_verb(part) for part in divided(rest, ",", "--")]
    relative = next((at for at, part in enumerate(parts) if part and is_token(part[0], *word_set("relatives"))), len(parts))
    if not relative and parts:
        return None  # "Ana Berg, who was promoted"
    parts = parts[:relative]
    return [person, *(part for part in parts if part)]


def _without_a_verb(part: list[Item]) -> list[Item]:
    """A post without "is" or "will serve as" before it; nothing of where somebody is from."""
    if is_token(part[0], "of", "from"):
        verb = next((at for at, item in enumerate(part) if is_token(item, *word_set("takes-a-post"))), len(part))
        part = part[verb:]
    while part and is_token(part[0], *word_set("takes-a-post")):
        part = part[1:]
    return part
