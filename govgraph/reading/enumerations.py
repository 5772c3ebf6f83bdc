"""People listed in one sentence as elected, or as those in a board: "a new Board of Ana Berg (Chair), Jon Lind and others"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.rosters import Lead, lead_of, singular, without_a_country
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

RULE = "enumeration"
_FEWEST = 3  # people; two after a colon
_BEFORE = 2  # sentences in which the organ can be named
_LONGEST = 8  # items of a post in brackets
_FARTHEST = 16  # items of a post and of what it is a post


def enumerations(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """A fact for each of those whom a sentence lists as elected to an organ or as sitting in a board or council."""
    us = discourse.setting.organisation
    for number, line in enumerate(lines if us else ()):
        start = next((at for at, item in enumerate(line.items) if _is_person(item)), None)
        if start is None:
            continue
        people, end = _listed(line, start)
        if len(people) < (_FEWEST - 1 if start and is_token(line.items[start - 1], ":") else _FEWEST):
            continue
        before = lines[max(0, number - _BEFORE) : number]
        told = Line(line.items[:start] if start else line.items[end:], line.span, line.text)
        if not start and not told.matches_any(named_patterns("rosters.yaml")["after-a-list"]):
            continue
        lead = lead_of(told, before, str(us)) if discourse.is_sure(line) else None
        if lead is not None and (lead.property == "elected" or _is_a_seat(lead.role)):
            yield from _facts(line, people, lead, str(us))


def _is_a_seat(role: str | None) -> bool:
    return role is not None and not word_set("seat-words").isdisjoint(plain(role).split())


def _facts(line: Line, people: Sequence[tuple[int, str | None]], lead: Lead, us: str) -> Iterator[Fact]:
    for at, post in people:
        person, role = line.items[at], post or lead.role
        assert isinstance(person, Mention)
        if role:
            words = line.cover(0, at + 1)
            support = tuple(span for span in lead.spans if span != line.span)
            value = f"{singular(role)}|{us}"
            for property_ in (lead.property, "holds") if lead.at_once and lead.property == "elected" else (lead.property,):
                yield Fact(f"person:{person.value}", property_, value, "stated", words, line.span, RULE, support)


def _listed(line: Line, start: int) -> tuple[list[tuple[int, str | None]], int]:
    """The people of a list that begins at an item, each with the post that is told, and where the list ends.

    The post stands in brackets after the name, or after a comma where semicolons stand between them. Between them stand commas
    and a last "and", and after a colon what each is elsewhere ("new directors: Ana Berg, head of the Harbour School, and Jon
    Lind"); after "of", where each comes from.
    """
    found: list[tuple[int, str | None]] = []
    at = start
    after_a_colon = start > 0 and is_token(line.items[start - 1], ":")
    while at < len(line.items) and (_is_person(line.items[at]) or (found and _may_be_a_person(line.items[at]))):
        bracket = _bracket_end(line, at + 1)
        end = bracket - 1 if bracket else _end_before_a_semicolon(line, at + 1)
        found.append((at, _post(line, at + 2, end) if end else None))
        home = None if bracket or end else _end_of_where_from(line, at + 1)
        at = bracket or end or home or (after_a_colon and _end_of_an_apposition(line, at + 1)) or at + 1
        last = at
        while at < len(line.items) and is_token(line.items[at], ",", "and", "&", ";"):
            at += 1
    return found, last if found else start


def _end_of_where_from(line: Line, at: int) -> int | None:
    """Where ends what stands after "of" or "from" and tells where somebody comes from: "of the University of Oslo"."""
    if at >= len(line.items) or not is_token(line.items[at], "of", "from"):
        return None
    ends = range(at + 1, min(len(line.items), at + _FARTHEST))
    end = next((end for end in ends if _is_an_end(line, end) or is_token(line.items[end], *word_set("were-elected"))), None)
    return end if end and not any(map(_is_an_office, line.items[at:end])) else None


def _bracket_end(line: Line, at: int) -> int | None:
    if at >= len(line.items) or not is_token(line.items[at], "("):
        return None
    ends = range(at + 1, min(len(line.items), at + _LONGEST))
    return next((end + 1 for end in ends if is_token(line.items[end], ")")), None)


def _end_before_a_semicolon(line: Line, at: int) -> int | None:
    """Where a post after a comma ends: "Ana Berg, Treasurer; Jon Lind, Secretary"."""
    if at >= len(line.items) or not is_token(line.items[at], ","):
        return None
    ends = range(at + 2, min(len(line.items), at + _LONGEST))
    end = next((end for end in ends if is_token(line.items[end], ";", ".")), None)
    semicolons = any(is_token(item, ";") for item in line.items[max(0, at - _LONGEST) : at + _LONGEST])
    inside = line.items[at:end]
    if end is None or not semicolons or any(map(_is_person, inside)) or any(map(_is_a_firm, inside)):
        return None
    return end if _post(line, at + 1, end) else None


def _end_of_an_apposition(line: Line, at: int) -> int | None:
    """Where ends what stands after a comma and tells a post that somebody has at a named organisation."""
    if at >= len(line.items) or not is_token(line.items[at], ","):
        return None
    end = next((end for end in range(at + 1, min(len(line.items), at + _FARTHEST)) if _is_an_end(line, end)), None)
    inside = line.items[at : end or at]
    return end if any(map(_is_an_office, inside)) and any(map(_is_a_firm, inside)) else None


def _is_an_end(line: Line, at: int) -> bool:
    """Whether the next of those listed begins after an item, or the list ends with it."""
    if is_token(line.items[at], ".", ";"):
        return True
    following = next((item for item in line.items[at + 1 :] if not is_token(item, "and", "&")), None)
    return is_token(line.items[at], ",", "and") and following is not None and _is_person(following)


def _is_a_firm(item: Item) -> bool:
    return is_kind(item, "org", "name", "place")


def _post(line: Line, start: int, end: int) -> str | None:
    """The post that the items tell: the last part between commas, where the organisation of the person stands before it
    ("Harbour University, treasurer"); none, where it stands after the office ("CIO, Lund Shipping"): that is a post there."""
    items = without_a_country(line.items[start:end])
    last = max((at for at, item in enumerate(items) if is_token(item, ",")), default=None)
    if last is not None and any(map(_is_a_firm, items[:last])) and any(map(_is_an_office, items[last:])):
        items = items[last + 1 :]
    elif last is not None and any(_is_a_firm(item) or _is_person(item) for item in items[last:]):
        return None
    return " ".join(line.text[items[0].start : items[-1].end].split()) if any(map(_is_an_office, items)) else None


def _is_an_office(item: Item) -> bool:
    return is_kind(item, "office", "charge")


def _may_be_a_person(item: object) -> bool:
    """Whether a name of two words and more stands here: in a list of people, "Jacob Green" is one of them."""
    return isinstance(item, Mention) and item.kind == "name" and " " in item.value


def _is_person(item: object) -> bool:
    return isinstance(item, Mention) and item.kind == "person" and "ref" not in item.parts
