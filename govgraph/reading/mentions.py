"""Typed mentions: the layers of `loaders/communiques/mentions/`, each rewriting the line that the one before it left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.cities import with_cities
from govgraph.reading.gazetteer import Gazetteer, gazetteer
from govgraph.reading.lines import Item, Line, Match, Mention, is_token
from govgraph.reading.mentionrules import MentionRule, layers
from govgraph.reading.mentionvalues import charges, value_of
from govgraph.reading.numerals import numerals
from govgraph.reading.patterns import Pattern, PatternIndex
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

_ORGAN_AND_OFFICE = 2  # words at least: "Committee President"


def annotate(text: str, span: Span, names: Gazetteer | None = None) -> Line:
    """A sentence's line with its typed mentions; of the rest of the document it knows no more than `names`."""
    line = numerals((names or gazetteer()).annotate(text, span))
    for index in _indexes():
        line = _apply(line, index)
    return with_cities(line)


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
                match = replace(match, end=match.end - _name_after_a_charge(line.items[match.start : match.end]))
                match = replace(match, end=match.end - _name_after_a_region(line.items[match.start : match.end]))
                match = replace(match, end=match.end - _name_after_a_title(line.items[match.start : match.end]))
                match = replace(match, start=match.start + _organ_before(line, match))
            if rule.kind == "org":
                match = replace(match, end=match.end - _owner_after(line, match))
                match = replace(match, start=match.start + _somebody_before(line.items[match.start : match.end]))
                match = replace(match, start=match.start + _office_before(line, match))
                match = replace(match, start=match.start + _body_before(line, match))
                match = replace(match, start=match.start + _unit_before(line, match))
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


def _parted(line: Line, pattern: Pattern) -> Iterator[Match]:
    """The matches of a pattern; of one that runs over somebody of another organisation, each of its parts."""
    for match in line.matches_of(pattern):
        cut = match.end - _member_after(line.items[match.start : match.end])
        yield replace(match, end=cut)
        for rest in Line(line.items[cut : match.end], line.span, line.text).matches_of(pattern) if cut < match.end else ():
            yield replace(rest, start=rest.start + cut, end=rest.end + cut)


def _narrowed(line: Line, match: Match, slots: Sequence[str]) -> Match:
    """The match from the first of these slots to the last; what lies around them was asked for, and is no part of it."""
    inside = {id(item) for name in slots for item in match.slots.get(name, ())}
    numbers = [number for number in range(match.start, match.end) if id(line.items[number]) in inside]
    kept = {name: items for name, items in match.slots.items() if name in slots}
    return Match(numbers[0], numbers[-1] + 1, kept)


def _name_after_a_charge(items: Sequence[Item]) -> int:
    """How many words at the end of an office are the name of its holder, and what follows that: two in "Director of Police Veselin
    Veljovic", five in "Minister of the Interior Ana Ruiz and Jon Berg"."""
    for at in range(1, len(items) - 1):
        charge, name = items[at - 1], 0
        if not (isinstance(charge, Token) and plain(charge.text) in _no_names()):
            continue
        while at + name < len(items) and _can_be_of_a_name(items[at + name]):
            name += 1
        ends = at + name == len(items) or is_token(items[at + name], "and", ",")
        if 2 <= name <= 4 and ends:
            return len(items) - at
    return 0


def _no_names() -> frozenset[str]:
    return word_set("not-names") | charges()


def _can_be_of_a_name(item: Item) -> bool:
    return isinstance(item, Token) and item.form.startswith("^") and plain(item.text) not in _no_names()


def _organ_before(line: Line, match: Match) -> int:
    """How many words at the head of an office end a name before it: one in "the Peruvian Olympic Committee President"."""
    if match.end - match.start < _ORGAN_AND_OFFICE or not match.start:
        return 0
    first, before = line.items[match.start], line.items[match.start - 1]
    capital = isinstance(before, Token) and before.form.startswith("^") and plain(before.text) not in word_set("function-words")
    ends = isinstance(first, Token) and first.form.startswith("^") and plain(first.text) in word_set("org-heads")
    return 1 if ends and capital else 0


def _somebody_before(items: Sequence[Item]) -> int:
    """How many items at the head of an organisation's name are somebody of it: five in "Mr Jon Berg of the Harbour Agency"."""
    if plain(items[0].text) not in word_set("forms-of-address"):
        return 0
    of = next((at for at, item in enumerate(items) if is_token(item, "of", "from")), None)
    return 0 if of is None else of + (2 if is_token(items[of + 1], "the") else 1)


def _office_before(line: Line, match: Match) -> int:
    """How many words at the head of an organisation's name are an office in it: one in "Jon Berg, President Baltic Ports Union"."""
    before, (first, *rest) = line.items[match.start - 1 : match.start], line.items[match.start : match.end]
    office = isinstance(first, Token) and plain(first.text) in word_set("presiding")
    return 1 if office and len(rest) > 1 and before and is_token(before[0], ",", "--", "(") else 0


def _name_after_a_title(items: Sequence[Item]) -> int:
    """How many words at the end of an office belong to the next person: four in "Director of InvestLund and Ms. Ana Berg"."""
    for number, (item, after) in enumerate(pairwise(items)):
        if is_token(item, "and", ",", "&") and plain(after.text) in word_set("forms-of-address") and number:
            return len(items) - number
    return 0


def _name_after_a_region(items: Sequence[Item]) -> int:
    """How many words at the end of an office belong to the next person: three in "Vice-President for Europe and Jon Berg"."""
    for number, item in enumerate(items[1:-1], start=1):
        of_the_world = plain(items[number - 1].text) in word_set("regions")
        if is_token(item, "and") and of_the_world and plain(items[-1].text) not in word_set("regions"):
            return len(items) - number
    return 0


def _member_after(items: Sequence[Item]) -> int:
    """How many items at the end of an organisation's name are somebody of another: the last six in "University of Oslo and Ana
    Berg of the University of Riga"."""
    for number, item in enumerate(items):
        of = next((at for at in range(number + 3, min(number + 6, len(items))) if is_token(items[at], "of", "from")), None)
        if number and is_token(item, "and") and of is not None:
            opener = next((one for one in items[of + 1 :] if not is_token(one, "the")), None)
            capital = all(isinstance(one, Token) and one.form.startswith("^") for one in items[number + 1 : of])
            if capital and opener is not None and plain(opener.text) in word_set("org-openers"):
                return len(items) - number
    return 0


def _is_numbered(line: Line, start: int) -> bool:
    """Whether an ordinal stands before an item, with or without "Annual" or the like between."""
    while start and plain(line.items[start - 1].text) in word_set("session-kinds"):
        start -= 1
    before = line.items[start - 1] if start else None
    return isinstance(before, Mention) and before.kind == "ordinal"


def _body_before(line: Line, match: Match) -> int:
    """How many items at the head of an organisation's name call its assembly or its members: three in "World Congress of the
    ...", three too in "Members of the ..."; an "Annual" is that of a meeting too."""
    items = line.items[match.start : match.end]
    if len(items) > 1 and plain(items[0].text) in word_classes()["rhythms"]:
        return 1 + _body_before(line, replace(match, start=match.start + 1))
    for of in [number for number, item in enumerate(items) if is_token(item, "of")][::-1]:
        head = [plain(item.text) for item in items[:of]]
        while head and head[0] in word_classes()["session-kinds"]:
            head = head[1:]
        rest = of + (2 if is_token(items[min(of + 1, len(items) - 1)], "the") else 1)
        alone = " ".join(head) in word_set("org-openers")  # "Council of Europe"
        counted = _is_numbered(line, match.start) and any(item.text.isupper() for item in items[rest:])
        if " ".join(head) in _before_owners() and rest < len(items) and (counted or not alone or _names_one(items[rest:])):
            return rest
    return 0


def _unit_before(line: Line, match: Match) -> int:
    """How many items at the head of an organisation's name call a unit of it that somebody heads: four in "head of the Criminal
    Division of the Harbour Police"."""
    led = line.items[max(0, match.start - 3) : match.start]
    if len(led) < 3 or not is_token(led[1], "of") or plain(led[0].text).split()[-1] not in word_set("office-heads"):
        return 0
    items = line.items[match.start : match.end]
    for number in range(1, len(items) - 1):
        rest = number + (2 if is_token(items[number + 1], "the") else 1)
        unit = plain(items[number - 1].text) in word_set("units") and is_token(items[number], "of")
        if unit and rest < len(items) and _names_one(items[rest:]):
            return rest
    return 0


def _owner_after(line: Line, match: Match) -> int:
    """How many items at the end of an organisation's name are the country of the next: "Department of Japan's Police"."""
    after, last = line.items[match.end : match.end + 1], line.items[match.end - 1]
    if not after or not is_token(after[0], "'s", "'") or not isinstance(last, Mention) or last.kind != "country":
        return 0
    return next((n for n in (2, 3) if match.end - match.start > n and is_token(line.items[match.end - n], "of", "for")), 0)


def _names_one(items: Sequence[Item]) -> bool:
    """Whether words are formed like an organisation's name: "Harbour Union", "Union of Harbours"."""
    words = [plain(item.text).split()[-1] for item in items]
    return words[-1] in word_set("org-heads") or (words[0] in word_set("org-openers") and words[1:2] in (["of"], ["for"]))


@cache
def _before_owners() -> frozenset[str]:
    names = ("body-heads", "gatherings", "owned", "member-nouns", "attendees")
    return frozenset(word for name in names for word in word_classes()[name])


def _mention(line: Line, rule: MentionRule, match: Match) -> Mention | None:
    span = line.cover(match.start, match.end)
    text = line.text[span.start : span.end]
    parts = dict(rule.sets)
    extended = match.slots.get("extended")
    if extended and isinstance(extended[0], Mention):
        told = match.slots.get("session", ()) if "ref" in extended[0].parts else ()  # "the next meeting, CoP18,"
        whole = next((item for item in told if isinstance(item, Mention)), extended[0])
        points = {"ref": extended[0].parts["ref"]} if whole is not extended[0] else {}
        return Mention(rule.kind, span.start, span.end, text, whole.value, {**whole.parts, **points})
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
    value = value_of(rule.kind, text, parts, line.items[match.start : match.end])
    if value is None or (rule.kind == "name" and _opens_sentence(line, match)):
        return None
    if "relative" in rule.sets and text[0].isupper() and _follows_a_capital(line, match):
        return None  # "the Future Today Strategy Group"
    return Mention(rule.kind, span.start, span.end, text, value, parts)


def _is_a_monarch(line: Line, match: Match) -> bool:
    """Whether a title or an office of monarchs stands before a name, or after it and a comma: "Albert II, Prince of"."""
    beside = [*line.items[max(0, match.start - 1) : match.start + 1], *line.items[match.end + 1 : match.end + 2]]
    return any(plain(item.text) in word_classes()["royals"] for item in beside)


def _follows_a_capital(line: Line, match: Match) -> bool:
    before = line.items[match.start - 1] if match.start else None
    return isinstance(before, Token) and before.form.startswith("^")


def _opens_sentence(line: Line, match: Match) -> bool:
    """One capitalised word where a sentence or a quotation begins need not be a name."""
    before = line.items[match.start - 1] if match.start else None
    return match.end - match.start == 1 and (before is None or is_token(before, '"', ":", ".", "--"))
