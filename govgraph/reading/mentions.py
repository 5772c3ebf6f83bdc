"""Typed mentions: the layers of `loaders/communiques/mentions/`, each rewriting the line that the one before it left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.cities import with_cities
from govgraph.reading.gazetteer import Gazetteer, gazetteer
from govgraph.reading.lines import Line, Match, Mention, is_kind, is_token
from govgraph.reading.mentionends import (
    body_within,
    charge_within,
    is_a_meeting,
    member_after,
    office_within,
    organisation_within,
    without_venue,
)
from govgraph.reading.mentionrules import MentionRule, layers
from govgraph.reading.mentionvalues import value_of
from govgraph.reading.numerals import numerals
from govgraph.reading.patternindexes import PatternIndex
from govgraph.reading.patterns import Pattern
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

_REST = 4  # characters of a degree after what reads as the end of a name: "Ana Berg Ph|.D."
_OF_SOMEBODY = frozenset({"title", "ref", "given", "who"})  # parts of a mention that only a person has
_OCCASIONS = frozenset({"year", "body"})  # a mention of an event that has neither is a number and a name


def annotate(text: str, span: Span, names: Gazetteer | None = None) -> Line:
    """A sentence's line with its typed mentions; of the rest of the document it knows no more than `names`."""
    line = numerals((names or gazetteer()).annotate(text, span))
    for index in _indexes():
        line = _apply(line, index)
    line = _with_surnames_of_countries(_without_seats(with_cities(line)))
    return _without_infinitives(_with_owners(_without_degrees(line)))


def _without_degrees(line: Line) -> Line:
    """The line without what people write after their names: "Ana Berg, M.D., FAHA, spoke", "Ana Berg Ph.D., FAHA, spoke"."""
    found = []
    for at, item in enumerate(line.items):
        if not isinstance(item, Mention) or item.kind != "person":
            continue
        right_after = _degree_after_a_blank().search(line.text, item.start, min(item.end + _REST, line.span.end))
        name = _ended(item, right_after.start()) if right_after else item
        told = _degrees().match(line.text, right_after.end() if right_after else item.end, line.span.end) or right_after
        end = next((n for n in range(at + 1, len(line.items)) if told and line.items[n].start >= told.end()), None)
        if told and end is not None:
            goes_on = is_token(line.items[end], ",") and is_token(line.items[min(end + 1, len(line.items) - 1)], *_after())
            found.append((at, end + goes_on, name))
        elif told and name is not item:
            found.append((at, len(line.items), name))
    return line.replaced(found) if found else line


def _with_surnames_of_countries(line: Line) -> Line:
    """The line in which "Jordan" of "Ana Berg Jordan spoke" is a surname and no country."""
    found = []
    for at, (person, land) in enumerate(pairwise(line.items)):
        if not isinstance(person, Mention) or person.kind != "person" or not is_kind(land, "country"):
            continue
        adjacent = line.text[person.end : land.start] == " " and plain(land.text) in word_set("surnames-of-countries")
        if adjacent and not is_token(line.items[min(at + 2, len(line.items) - 1)], "'s", "'", "--"):
            text = line.text[person.start : land.end]
            value = f"{person.value} {land.text}" if person.value else text
            found.append((at, at + 2, _renamed(person, land.end, text, value)))
    return line.replaced(found) if found else line


def _ended(person: Mention, end: int) -> Mention:
    """Somebody whose name ends where a degree begins: "Ana Berg" of "Ana Berg M.D."."""
    text = person.text[: end - person.start]
    value = person.value[: len(text)] if person.value.startswith(text) else text
    return _renamed(person, end, text, value)


def _renamed(person: Mention, end: int, text: str, value: str) -> Mention:
    name = {"name": value} if "name" in person.parts else {}
    return replace(person, end=end, text=text, value=value, parts={**person.parts, **name})


@cache
def _after() -> frozenset[str]:
    """Before these no comma stands after a name that no degree follows."""
    return word_set("after-a-name")


@cache
def _degrees() -> re.Pattern[str]:
    """Degrees after commas, none before a word with a capital ("Jon Berg, Sr. Manager")."""
    known = "|".join(re.escape(word).replace(r"\ ", " ?") for word in sorted(word_set("degrees"), key=len, reverse=True))
    return re.compile(rf"(?:,\s(?i:{known})\.?(?![\w.]|\s[A-Z]))+")


@cache
def _degree_after_a_blank() -> re.Pattern[str]:
    """A degree in capitals right after a name: "Ana Berg Ph.D."; two letters with no dot can be initials."""
    known = "|".join(
        re.escape(word.rstrip("."))
        for word in sorted(word_set("degrees"), key=len, reverse=True)
        if "." in word or len(word) > 2
    )
    return re.compile(rf"(?<=[a-zß-ÿ])\s(?=[A-Z][a-z]{{0,3}}\.?[A-Z])(?i:{known})\.?(?![\w.'’-])")


def _with_owners(line: Line) -> Line:
    """The line in which "Lund Lines" of "the CEO of Lund Lines" is a name of something, though it reads like a person's."""
    owners = [
        (at, at + 1, replace(item, kind="name", value=item.text, parts={}))
        for at, item in enumerate(line.items)
        if isinstance(item, Mention) and item.kind == "person" and not item.parts.keys() & _OF_SOMEBODY and _is_led(line, at)
    ]
    return line.replaced(owners) if owners else line


def _without_infinitives(line: Line) -> Line:
    """The line of a headline in which a verb after "to" is no part of the name that follows: "Society to Honor Texas"."""
    found = []
    for at, item in enumerate(line.items):
        verb, _, rest = item.text.partition(" ")
        led = isinstance(item, Mention) and at and is_token(line.items[at - 1], "to") and item.kind in ("name", "person", "org")
        if rest and led and verb.istitle() and plain(verb) in word_set("headline-infinitives") and isinstance(item, Mention):
            found.append((at, at + 1, Mention("name", item.end - len(rest), item.end, rest, rest)))
    return line.replaced(found) if found else line


def _is_led(line: Line, at: int) -> bool:
    """Whether an office and "of" or "at" stand right before an item, and no possessive after it."""
    before = [item for item in line.items[max(0, at - 3) : at] if not is_token(item, "the")]
    led = len(before) > 1 and is_token(before[-1], "of", "at", "for", "with")
    led = led and (is_kind(before[-2], "office", "charge") or is_token(before[-2], *word_set("scholars")))
    return led and not is_token(line.items[min(at + 1, len(line.items) - 1)], "'s", "'")


def _without_seats(line: Line) -> Line:
    """The line in which "Oslo" of "Oslo-based" is a seat: nothing takes place there."""
    if word_set("based").isdisjoint(line.features):
        return line
    seats = [
        (at, at + 1, replace(item, kind="seat", value=item.text, parts={}))
        for at, (item, mark, word) in enumerate(zip(line.items, line.items[1:], line.items[2:], strict=False))
        if is_kind(item, "place", "country", "name") and is_token(mark, "--") and is_token(word, *word_set("based"))
    ]
    return line.replaced(seats) if seats else line


@cache
def _indexes() -> tuple[PatternIndex[tuple[int, MentionRule]], ...]:
    return tuple(
        PatternIndex(((order, rule), pattern) for order, rule in enumerate(rules) for pattern in rule.patterns)
        for rules in layers()
    )


def _apply(line: Line, index: PatternIndex[tuple[int, MentionRule]]) -> Line:
    """The longest mentions first; of two as long, the one whose rule stands first."""
    found: list[tuple[int, int, int, Mention]] = []
    for (order, rule), pattern in index.candidates(line.features):
        for match in _parted(line, pattern) if rule.kind == "org" else line.matches_of(pattern):
            if rule.kind == "office":
                match = office_within(line, match)
            if rule.kind == "charge":
                match = charge_within(line, match)
            if rule.kind == "org":
                match = organisation_within(line, match)
                if is_a_meeting(line, match) or _stops_before_its_head(line, match):
                    continue
            if rule.kind == "body":
                match = body_within(line, match)
            if rule.kind == "event":
                match = without_venue(line, match)
            if rule.kind == "session":
                match = without_venue(line, match)
                if _stops_within_a_name(line, match):
                    continue
            if rule.covers:
                match = _narrowed(line, match, rule.covers)
            mention = _mention(line, rule, match)
            if mention:
                found.append((match.start, match.end, order, mention))
    chosen: list[tuple[int, int, Mention]] = []
    taken: set[int] = set()
    for start, end, _, mention in sorted(found, key=lambda one: (one[0] - one[1], one[2], one[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append((start, end, mention))
    return line.replaced(sorted(chosen, key=lambda one: one[0])) if chosen else line


def _stops_within_a_name(line: Line, match: Match) -> bool:
    """Whether what a session is of goes on after it: "40th session of the UN" of "... the UN Cave Committee"."""
    last, following = line.items[match.end - 1], line.items[match.end : match.end + 1]
    return is_kind(last, "org") and bool(following) and is_kind(following[0], "org") and match.end - match.start > 1


def _stops_before_its_head(line: Line, match: Match) -> bool:
    """Whether what an organisation is follows those whose it is: "Board of the Lace Makers" of "... the Lace Makers' Guild"."""
    of = any(is_token(item, "of", "for") for item in line.items[match.start : match.end])
    match line.items[match.end : match.end + 2]:
        case [mark, Token() as head]:
            return of and is_token(mark, "'") and head.text.istitle() and plain(head.text) in word_set("org-heads")
    return False


def _parted(line: Line, pattern: Pattern) -> Iterator[Match]:
    """The matches of a pattern; of one that runs over somebody of another organisation, each of its parts."""
    for match in line.matches_of(pattern):
        cut = match.end - member_after(line.items[match.start : match.end])
        yield replace(match, end=cut)
        for rest in Line(line.items[cut : match.end], line.span, line.text).matches_of(pattern) if cut < match.end else ():
            yield replace(rest, start=rest.start + cut, end=rest.end + cut)


def _narrowed(line: Line, match: Match, slots: Sequence[str]) -> Match:
    """The match from the first of these slots to the last; what lies around them was asked for, and is no part of it."""
    inside = {id(item) for name in slots for item in match.slots.get(name, ())}
    numbers = [number for number in range(match.start, match.end) if id(line.items[number]) in inside]
    kept = {name: items for name, items in match.slots.items() if name in slots}
    return Match(numbers[0], numbers[-1] + 1, kept)


def _mention(line: Line, rule: MentionRule, match: Match) -> Mention | None:
    span = line.cover(match.start, match.end)
    text = line.text[span.start : span.end]
    parts = dict(rule.sets)
    extended = match.slots.get("extended")
    if extended and isinstance(extended[0], Mention):
        told = match.slots.get("session", ()) if "ref" in extended[0].parts else ()  # "the next meeting, CoP18,"
        whole = next((item for item in told if isinstance(item, Mention)), extended[0])
        told_before = {name: extended[0].parts[name] for name in ("org", "body-orgs", "ref") if name in extended[0].parts}
        return Mention(rule.kind, span.start, span.end, text, whole.value, {**whole.parts, **told_before})
    for name, items in match.slots.items():
        if not items:
            continue
        first = items[0]
        if isinstance(first, Mention):
            parts[name] = first.value
            if "orgs" in first.parts:
                parts[f"{name}-orgs"] = first.parts["orgs"]
            if "role" in first.parts:
                parts[f"{name}-role"] = first.parts["role"]
            if first.parts.get("unprofiled"):
                parts[f"{name}-unprofiled"] = "true"
            if "meets-as" in first.parts:
                parts[f"{name}-meets-as"] = first.parts["meets-as"]
            if first.kind == "org" and not first.value:
                parts[f"{name}-head"] = plain(first.text).split()[-1]
            if name == "country":
                parts["form"] = first.parts.get("form", "")
        else:
            parts[name] = line.text[first.start : items[-1].end]
    if rule.kind == "person" and _is_a_monarch(line, match):
        parts["monarch"] = "true"
    if rule.kind == "event" and not parts.keys() & _OCCASIONS and _opens_an_office(line, match):
        return None
    value = value_of(rule.kind, text, parts, line.items[match.start : match.end])
    if value is None or (rule.kind == "name" and (_opens_sentence(line, match) or plain(text) in word_set("scholars"))):
        return None
    if "relative" in rule.sets and text[0].isupper() and _follows_a_capital(line, match):
        return None  # "the Future Today Strategy Group"
    return Mention(rule.kind, span.start, span.end, text, value, parts)


def _is_a_monarch(line: Line, match: Match) -> bool:
    """Whether a title or an office of monarchs stands before a name, or after it and a comma: "Albert II, Prince of"."""
    beside = [*line.items[max(0, match.start - 1) : match.start + 1], *line.items[match.end + 1 : match.end + 2]]
    return any(plain(item.text) in word_classes()["royals"] for item in beside)


def _opens_an_office(line: Line, match: Match) -> bool:
    """Whether an office follows: "the first Maori President"."""
    return match.end < len(line.items) and is_kind(line.items[match.end], "office", "charge")


def _follows_a_capital(line: Line, match: Match) -> bool:
    before = line.items[match.start - 1] if match.start else None
    return isinstance(before, Token) and before.form.startswith("^")


def _opens_sentence(line: Line, match: Match) -> bool:
    """One capitalised word where a sentence or a quotation begins need not be a name."""
    before = line.items[match.start - 1] if match.start else None
    return match.end - match.start == 1 and (before is None or is_token(before, '"', ":", ".", "--"))
