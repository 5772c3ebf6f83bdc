"""Where the name of an organisation really begins, of what a pattern of `mentions/` covers.

A run of capitalised words can begin with what only leads to the name: who is in it or applies to it, an officer, the assembly
of which it is the owner, a unit that somebody heads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from govgraph.reading.gazetteer import country_names
from govgraph.reading.lines import Item, Line, Match, Mention, is_kind, is_token
from govgraph.reading.mentionvalues import charges
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

_WORDS_OF_A_NAME = 2  # at least that an organisation has


def without_beginning(line: Line, match: Match, led: bool) -> Match:
    """The match without somebody, an office, a body or a unit at its head; `led` tells that an office follows it."""
    for surplus in (_those_before, _beginning_before, _somebody_before):
        match = replace(match, start=match.start + surplus(line.items[match.start : match.end]))
    match = replace(match, start=match.start + (_somebody_joined(line, match) if led else 0))
    match = replace(match, start=match.start + _office_before(line.items[match.start : match.end]))
    match = replace(match, start=match.start + _body_before(line, match))
    match = replace(match, start=match.start + _heads_before(line.items[match.start : match.end]))
    match = replace(match, start=match.start + _charge_before(line, match))
    match = replace(match, start=match.start + _unit_before(line, match))
    return replace(match, start=match.start - _begun_before(line, match))


def _begun_before(line: Line, match: Match) -> int:
    """How many items of an organisation's name stand before it: one in "South Australia Judges' Guild", where it goes on like
    a country, and in "14th Street Merchants' Association"; two in "the Baltic and Black Sea Ports Union"."""
    if not match.start:
        return 0
    match line.items[max(0, match.start - 3) : match.start]:
        case [the, Token() as word, and_] if is_token(the, "the") and is_token(and_, "and"):
            seated = (
                word_set("org-heads") | word_set("seated-organs") | word_set("assemblies") | word_set("halves-of-parliaments")
            )
            return 2 if word.text.istitle() and plain(word.text) not in seated else 0
    first, before = line.items[match.start], line.items[match.start - 1]
    sided = isinstance(before, Token) and before.text[:1].isupper() and plain(before.text) in word_set("sides-of-lands")
    if sided and (is_kind(first, "country") or first.text in country_names().values()):
        return 1
    return 1 if is_kind(before, "ordinal") and plain(first.text) in word_set("numbered-in-names") else 0


def _those_before(items: Sequence[Item]) -> int:
    """How many items at the head of an organisation's name are those who are in it, or come to it: three in "Voters in the
    Harbour Guild", "Appointed to the Harbour Board"."""
    if len(items) <= _WORDS_OF_A_NAME + 1 or plain(items[0].text) not in word_set("those-of-it"):
        return 0
    return 3 if is_token(items[1], *word_set("into-it")) and is_token(items[2], "the") else 0


def _charge_before(line: Line, match: Match) -> int:
    """How many items at the head of an organisation's name say what its officer is in charge of: two in "Head of
    Communications, Harbour Pilots' Association"."""
    items = line.items[match.start : match.end]
    comma = next((at for at, item in enumerate(items) if is_token(item, ",")), 0)
    led = (
        match.start > 1
        and is_token(line.items[match.start - 1], "of")
        and is_kind(line.items[match.start - 2], "office", "charge")
    )
    charge = {plain(item.text) for item in items[:comma]} - {"and"}
    return comma + 1 if comma and led and all(is_a_subject(word) for word in charge) else 0


def _somebody_before(items: Sequence[Item]) -> int:
    """How many items at the head of an organisation's name are somebody of it: five in "Mr Jon Berg of the Harbour Agency",
    three in "Jon Berg of Lund University"."""
    of = next((at for at, item in enumerate(items) if is_token(item, "of", "from", "to")), None)
    addressed = plain(items[0].text) in word_set("forms-of-address")
    if of is None or not (addressed or _is_called_as_somebody(items[:of], items[of + 1 :])):
        return 0
    return of + (2 if is_token(items[of + 1], "the") else 1)


def _is_called_as_somebody(called: Sequence[Item], of: Sequence[Item]) -> bool:
    """Whether words before a name that is whole, or a university's, can be no part of it: "Jon Berg", not "Law Faculty"."""
    learned = len(of) > 1 and plain(of[-1].text) in word_set("seats-of-learning")
    complete = learned or _is_complete(of)
    return complete and 2 <= len(called) <= 3 and all(map(can_be_of_a_name, called))


def _is_complete(items: Sequence[Item]) -> bool:
    """Whether words are a whole name of an organisation without what stands before "of": "Lund River Corporation"."""
    telling = [item for item in items if not is_token(item, "the", "'", "'s")]
    words = [plain(item.text) for item in telling]
    capitals = all(isinstance(item, Mention) or item.form.startswith("^") for item in telling)
    heads = word_set("org-heads") | word_set("firm-endings")
    of = words.index("of") if "of" in words else len(words)  # "International Federation of Bookbinders"
    named = of > 1 and words[of - 1].split()[-1] in heads
    capitals = capitals or (named and all(isinstance(item, Mention) or item.form.startswith("^") for item in telling[:of]))
    return len(words) > _WORDS_OF_A_NAME and capitals and (named or words[-1].split()[-1] in heads)


def _somebody_joined(line: Line, match: Match) -> int:
    """How many items at the head of an organisation's name are somebody named before its officer: three in "Jon Berg and Oslo
    Harbour Union President Ana Ruiz"."""
    items = line.items[match.start : match.end]
    and_ = next((at for at, item in enumerate(items) if is_token(item, "and", "&")), None)
    if and_ is None or len(items) - and_ <= _WORDS_OF_A_NAME:
        return 0
    fields = word_set("fields") | word_set("office-modifiers") | word_set("org-heads") | word_set("org-openers")
    called = items[:and_]
    people = (
        2 <= len(called) <= 3 and all(map(can_be_of_a_name, called)) and fields.isdisjoint(plain(item.text) for item in called)
    )
    return and_ + 1 if people and fields.isdisjoint([plain(items[and_ + 1].text)]) else 0


def _office_before(items: Sequence[Item]) -> int:
    """How many words at the head of an organisation's name are an office in it: two in "Vice President Baltic Ports Union"."""
    for number, item in enumerate(items[:-_WORDS_OF_A_NAME]):
        if not isinstance(item, Token):
            return 0
        if plain(item.text) in word_set("presiding"):
            return number + 1
        if plain(item.text) not in word_set("office-modifiers"):
            return 0
    return 0


def _body_before(line: Line, match: Match) -> int:
    """How many items at the head of an organisation's name call its assembly or its members: three in "World Congress of the
    ...", three too in "Members of the ..."; an "Annual" is that of a meeting too."""
    items = line.items[match.start : match.end]
    if len(items) > 1 and plain(items[0].text) in word_classes()["rhythms"]:
        return 1 + _body_before(line, replace(match, start=match.start + 1))
    numbered = is_numbered(line, match.start)
    for of in [number for number, item in enumerate(items) if is_token(item, "of")][::-1]:
        head = [plain(item.text) for item in items[:of]]
        while head and (head[0] in word_set("session-kinds") or (numbered and head[0] in word_set("kinds-of-assemblies"))):
            head = head[1:]
        rest = of + (2 if is_token(items[min(of + 1, len(items) - 1)], "the") else 1)
        alone = " ".join(head) in word_set("org-openers")  # "Council of Europe"
        counted = numbered and any(item.text.isupper() for item in items[rest:])
        if " ".join(head) in _before_owners() and rest < len(items) and (counted or not alone or _names_one(items[rest:])):
            return rest
    return 0


def is_numbered(line: Line, start: int) -> bool:
    """Whether an ordinal stands before an item, with or without "Annual" or the like between."""
    while start and plain(line.items[start - 1].text) in word_set("session-kinds"):
        start -= 1
    before = line.items[start - 1] if start else None
    return isinstance(before, Mention) and before.kind == "ordinal"


def _heads_before(items: Sequence[Item]) -> int:
    """How many items at the head of an organisation's name are those who meet for it: four in "Heads of State of the Harbour
    Commission", five in "Conference of Parties to the Lake Convention"."""
    words = [plain(item.text) for item in items]
    heads = words[:2] == ["heads", "of"]
    ends = ("of", "the") if heads else ("to", "the")
    at = next((at for at in range(len(words) - 2, 1, -1) if (words[at], words[at + 1]) == ends), None)
    if at is None or not (heads or " ".join(words[:at]) in word_set("treaty-bodies")):
        return 0
    return at + 2


def _beginning_before(items: Sequence[Item]) -> int:
    """How many words at the head of an organisation's name are something new of it, "New Chapter for the Ports Union", or say
    that it is: "Inaugural Harbour Board"."""
    if len(items) > _WORDS_OF_A_NAME and plain(items[0].text) in word_set("new-before-a-name"):
        return 1
    new = len(items) > _WORDS_OF_A_NAME and plain(items[0].text) in word_set("name-openers")
    if not new or plain(items[1].text) not in word_set("beginnings") or not is_token(items[2], "for", "of", "in", "at"):
        return 0
    rest = 4 if is_token(items[min(3, len(items) - 1)], "the") else 3
    return rest if rest < len(items) else 0


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


def _names_one(items: Sequence[Item]) -> bool:
    """Whether words are formed like an organisation's name: "Harbour Union", "Union of Harbours"."""
    words = [plain(item.text).split()[-1] for item in items]
    return words[-1] in word_set("org-heads") or (words[0] in word_set("org-openers") and words[1:2] in (["of"], ["for"]))


def can_be_of_a_name(item: Item) -> bool:
    """Whether a word can stand in the name of somebody or something."""
    return isinstance(item, Token) and item.form.startswith("^") and plain(item.text) not in no_names()


def no_names() -> frozenset[str]:
    """The words that are no part of a name."""
    return word_set("not-names") | charges()


@cache
def _before_owners() -> frozenset[str]:
    names = ("body-heads", "gatherings", "owned", "member-nouns", "attendees")
    return frozenset(word for name in names for word in word_classes()[name])


def is_a_subject(called: str) -> bool:
    """Whether words tell what somebody works in, and not where: "Society of Women in Engineering"."""
    kinds = ("fields", "portfolios", "plain-portfolios", "subjects")
    return any(word in word_set(kind) for word in plain(called).split() for kind in kinds)
