"""People introduced one by one, each name on a line of its own over what is told of that person.

Under "Meet the new directors" each of them has the post that the sentence or heading above the first names, as in a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.entries import divided, is_post, without_pronouns
from govgraph.reading.facts import Fact
from govgraph.reading.leads import HEADING, Lead, lead_of, listed_role, role_named
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.rosters import Entry, listed
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

RULE = "portrait"
_FEWEST = 2  # people
_REACH = 12  # lines above the first that can say what they are
_SENTENCE = 5  # items that make a line more than a heading
_MARKS = " #*_[]|>"


@dataclass(frozen=True, slots=True)
class _Portrait:
    number: int
    line: Line
    parts: Sequence[Sequence[Item]]


def with_portraits(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> list[Fact]:
    """The facts, and those of people whose names stand over what is told of them, unless the facts have them already."""
    us = None if discourse.is_about_meetings_alone else discourse.setting.keeper
    found: list[Fact] = []
    for group in _groups(lines) if us else ():
        first = group[0].number
        lead = _lead(lines, first, str(us))
        if lead is not None and lead.role:
            run = [Entry(one.line, one.parts, lead, one.line.span) for one in group]
            found.extend(replace(fact, rule=RULE, details={}) for fact in listed(run, str(us)))
    told = {fact.key for fact in facts}
    return [*facts, *(fact for fact in found if fact.key not in told)]


def _groups(lines: Sequence[Line]) -> Iterator[list[_Portrait]]:
    """The people introduced one after the other, at least two."""
    group: list[_Portrait] = []
    for number, line in enumerate(lines):
        parts = _name_alone(line)
        if parts is not None and _is_told_of(parts[0][0], lines, number):
            group.append(_Portrait(number, line, parts))
        elif group and parts is None and _is_a_heading(line):
            yield from [group] if len(group) >= _FEWEST else []
            group = []
    yield from [group] if len(group) >= _FEWEST else []


def _name_alone(line: Line) -> list[Sequence[Item]] | None:
    """Somebody, alone on a line but for what stands in brackets or between commas after the name."""
    items = without_pronouns([item for item in line.items if not is_token(item, "#", "[", "]", "*", "_", ">")])
    text = line.text
    above = text.rfind("\n", 0, line.span.start) + 1
    below = text.find("\n", line.span.end)
    rest = text[line.span.end : below if below >= 0 else len(text)]
    alone = not text[above : line.span.start].strip(_MARKS) and (not rest.strip(_MARKS) or rest.lstrip("]*").startswith("("))
    if not alone or not items or line.span.end - line.span.start >= HEADING or line.text[line.span.end - 1] in ".!?":
        return None
    person = items[0]
    if not isinstance(person, Mention) or person.kind != "person" or "ref" in person.parts:
        return None
    if len(items) > 1 and not is_token(items[1], ",", "(", "--", ":"):
        return None
    items = items[:-1] if is_token(items[-1], ":") else items
    bracketed = len(items) > 1 and is_token(items[1], "(")
    parts = [items] if bracketed else divided(items, ",", "--", ":")
    return [parts[0], *(part for part in parts[1:] if is_post(part) and not is_kind(part[0], "org", "name", "person"))]


def _is_told_of(person: Item, lines: Sequence[Line], number: int) -> bool:
    """Whether one of the sentences after a name speaks of the one so called."""
    names = {plain(word) for word in person.text.split()} | word_set("speaks-of-somebody")
    for line in lines[number + 1 : number + 4]:
        if _name_alone(line) is not None:
            return False
        words = {plain(word.strip(".,'’")) for word in line.text[line.span.start : line.span.end].split()}
        if len(line.items) >= _SENTENCE and (words & names or words & {f"{name}'s" for name in names}):
            return True
    return False


def _is_a_heading(line: Line) -> bool:
    above = line.text.rfind("\n", 0, line.span.start) + 1
    return line.text[above : line.span.start].lstrip().startswith("#") or line.text[line.span.start] == "#"


def _lead(lines: Sequence[Line], first: int, us: str) -> Lead | None:
    """What the nearest line above makes of those introduced below it: elected, if any line above tells of an election."""
    above = lines[:first]
    others = named_patterns("rosters.yaml")["not-portraits"]
    elected = [line for line in above if line.matches_any(named_patterns("rosters.yaml")["elected-portraits"])]
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        line = lines[number]
        if line.matches_any(others):
            return None
        lead = lead_of(line, lines[max(0, number - _REACH) : number], us)
        if lead is None and line in elected and (role := listed_role(line) or role_named(line, us)):
            return Lead("elected", role, (line.span,))
        if lead is not None and lead.role:
            told = elected and lead.property == "holds" and not _is_heading_of_all(line)
            return replace(lead, property="elected", spans=(elected[-1].span, *lead.spans)) if told else lead
    return None


def _is_heading_of_all(line: Line) -> bool:
    """Whether a line speaks of those who are there already: "Continuing directors"."""
    return line.matches_any(named_patterns("rosters.yaml")["standing"])
