"""Who was elected to which office, in sentences that tell of several people and several offices.

"The Assembly elected A of X president, B of Y vice-president and C treasurer", "A (X) and B (Y) were elected delegates", "Four
vice-presidents were chosen: A, B, C and D", "The presidency went to A": around a verb of electing, the people and the offices
of a sentence are taken in their order, and each office goes to the people right before it, or, where the sentence opens with
an office, to those right after it. What a person already is ("A, director of B, was elected ...") is no office of the ballot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govgraph.reading.clauses import clauses, ends_a_clause
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import for_region, singular
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.posts import stretches_beside
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

RULE = "ballot"
_FAR = 22  # items between two that belong together
_ELECT = re.compile(r"(?<=general)[- ]elect\Z", re.IGNORECASE)
_KIND = 3  # words that can say of which kind an office is
_OWNERS = ("org", "country", "name")
_NEXT_TO = 2  # items from a name to an active verb after which it is the one elected: "A, elected president"
_REACH = 4  # items after an office in which its region and its organisation stand


@dataclass(frozen=True, slots=True)
class _Office:
    """An office of the ballot: as it is called, and what it is an office of where the sentence says so."""

    at: int
    name: str
    of: str | None


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of electing; with `passive`, those before it can be the ones elected."""

    start: int
    end: int
    passive: bool


def ballots(line: Line, discourse: Discourse) -> Iterator[Fact]:
    """The `elected` facts of a sentence, and `holds` facts for those who were elected again or take office at once."""
    for clause in clauses(line):
        yield from _ballots(clause, discourse)


def _ballots(line: Line, discourse: Discourse) -> Iterator[Fact]:
    verb = _verb(line)
    us = discourse.setting.keeper
    if verb is None or us is None or not discourse.is_sure(line):
        return
    taken = {
        at
        for number, item in enumerate(line.items)
        if _is_person(item)
        for at in _posts_of(line, number, discourse, verb.start)
    }
    offices = {
        number: office
        for number, item in enumerate(line.items)
        if number not in taken and (office := _office(line, number, discourse)) is not None
    }
    others = _found(line, "others") - _receiving(line, verb)
    people = [number for number, item in enumerate(line.items) if _is_person(item) and number not in taken | others]
    people = _of_the_clause(line, people, verb)
    at_once = _has(line, "at-once")
    pairs = list(_pairs(line, people, offices, verb)) or (list(_returned(line, people, verb, discourse)) if at_once else [])
    for office, elected in pairs:
        for number in elected:
            person = line.items[number]
            assert isinstance(person, Mention)
            resolved = discourse.resolve(person, line)
            if resolved is None:
                continue
            words = line.cover(min(number, office.at, verb.start), max(number, office.at, verb.end - 1) + 1)
            support = tuple(span for span in resolved.support if span != line.span)
            name = f"{office.name}{_region(line, number, office)}"
            of = office.of or discourse.owner_of_office(office.name, line)
            if of is None:
                continue
            for property_ in ("elected", "holds") if at_once and _is_again(line, number) else ("elected",):
                value = f"{singular(name)}|{of}"
                yield Fact(f"person:{resolved.value}", property_, value, "stated", words, line.span, RULE, support)


def _of_the_clause(line: Line, people: list[int], verb: _Verb) -> list[int]:
    """Without the people of a clause before that of the verb, if its own names one: "A becomes X, while B was chosen as Y"."""
    start = max((number for number in range(verb.start) if ends_a_clause(line, number)), default=-1)
    own = [number for number in people if number > start]
    return own if any(number < verb.start for number in own) else people


def _receiving(line: Line, verb: _Verb) -> set[int]:
    """The item right after a verb that ends with "to": the presidency went to this person."""
    return {verb.end, verb.end + 2} if is_token(line.items[verb.end - 1], "to") else set()


def _has(line: Line, cue: str) -> bool:
    return line.matches_any(named_patterns("ballots.yaml")[cue])


def _is_again(line: Line, person: int) -> bool:
    """Whether what makes an election take effect at once is said of somebody, and not with the verb of another: "elected A as
    delegate and re-elected B".
    """
    cues = named_patterns("ballots.yaml")
    passive = [range(match.start, match.end) for match in line.find_any(cues["is-elected"])]
    taken = {at for verb in passive for at in verb}
    active = [range(match.start, match.end) for match in line.find_any(cues["elects"]) if match.start not in taken]
    said = [range(match.start, match.end) for match in line.find_any(cues["at-once"])]
    # "returned Mary Hale" is a verb of its own, "with immediate effect" is said of all.
    active.extend(words for words in said if words.stop < len(line.items) and _is_person(line.items[words.stop]))
    own = max((verb for verb in active if verb.stop <= person), key=lambda verb: verb.start, default=range(0))
    beside = (verb for verb in active if 0 < verb.start - person <= _NEXT_TO)
    own_passive = min((verb for verb in passive if verb.start > person), key=lambda verb: verb.start, default=range(0))
    listed = (verb for verb in passive if any(is_token(item, ":") for item in line.items[verb.stop : person]))
    its = {*own, *own_passive, *next(beside, range(0)), *next(listed, range(0))}
    verbs = taken.union(*active)
    return any(verbs.isdisjoint(words) or not its.isdisjoint(words) for words in said)


def _found(line: Line, cue: str) -> set[int]:
    """The people and offices that a cue finds."""
    matches = line.find_any(named_patterns("ballots.yaml")[cue])
    found = {id(item) for match in matches for items in match.slots.values() for item in items}
    return {number for number, item in enumerate(line.items) if id(item) in found}


def _verb(line: Line) -> _Verb | None:
    """The first verb of electing, unless the sentence denies it, speaks of candidates, or of what is to come."""
    if _has(line, "not"):
        return None
    cues = named_patterns("ballots.yaml")
    passing = {at for match in line.find_any(cues["in-passing"]) for at in range(match.start, match.end)}
    verbs = [
        _Verb(match.start, match.end, passive)
        for cue, passive in (("is-elected", True), ("elects", False))
        for match in line.find_any(cues[cue])
        if match.start not in passing
    ]
    return min(verbs, key=lambda verb: (verb.start, -verb.end), default=None)


def _is_person(item: Item) -> bool:
    return is_kind(item, "person")


def _posts_of(line: Line, number: int, discourse: Discourse, verb: int) -> Iterator[int]:
    """The items that say which post a person has elsewhere: one of another organisation, or of a country."""
    for start, end in stretches_beside(line, number):
        offices = [at for at in range(start, end) if is_kind(line.items[at], "office", "charge")]
        if start <= verb < end or all(_is_ours(line, at, discourse.setting.keeper) for at in offices):
            continue
        yield from range(start, end)


def _is_ours(line: Line, at: int, us: str | None) -> bool:
    owner = _owner(line, at)
    return owner is None or owner.value in ("", us) or owner.kind in ("body", "organ", "session")


def _owner(line: Line, at: int) -> Mention | None:
    """What an office is said to be of: what follows "of", or stands before it, with a possessive or without, or after it in
    brackets: "(CIO, Lund Shipping)"."""
    items = line.items
    if at and at + 3 < len(items) and all(is_token(items[at + way], mark) for way, mark in ((-1, "("), (1, ","), (3, ")"))):
        return owner if is_kind(owner := items[at + 2], "org", "name") else None
    if at + 1 < len(items) and is_token(items[at + 1], "of", "at", "on", "in"):
        after = (item for item in items[at + 2 : at + 2 + _REACH] if not is_token(item, "the", "its"))
        following = next(after, None)
        if isinstance(following, Mention) and following.kind in (*_OWNERS, "body", "organ", "session"):
            return None if _is_of_its_agency(items, items.index(following) + 1) else following
    possessive = at > 1 and is_token(items[at - 1], "'s", "'")
    first = at - 2 if possessive else at - 1
    if first > 0 and is_kind(items[first], "name") and is_kind(items[first - 1], "ordinal"):
        return None  # "the first Maori president"
    before = items[first] if at else None
    compact = is_kind(before, "session") and " " not in before.text  # "COP14 President"
    return before if isinstance(before, Mention) and (before.kind in _OWNERS or compact) else None


def _is_of_its_agency(items: Sequence[Item], at: int) -> bool:
    """Whether words in small letters say that something else than the organisation before them is meant: "cultural agency"."""
    following = items[at : at + 2]
    return all(isinstance(item, Token) and item.text.islower() for item in following) and (
        len(following) > 1 and plain(following[1].text) in word_classes()["org-heads"]
    )


def _office(line: Line, at: int, discourse: Discourse) -> _Office | None:
    """The office of the ballot that stands here; none, if it is one of a country or of something else that has a name."""
    item = line.items[at]
    if not is_kind(item, "office", "charge", "chairmanship") or at in _found(line, "no-office"):
        return None
    if at and is_token(line.items[at - 1], "to") and item.text.islower() and plain(item.text) not in word_set("chairs"):
        return None  # "to lead", "to head"
    assert isinstance(item, Mention)
    if plain(item.value) in word_set("royals"):
        return None  # nobody is elected King
    if plain(item.value) in word_classes()["titles"] and at + 1 < len(line.items) and _is_person(line.items[at + 1]):
        return None  # "appointed Ambassador Jon Berg"
    name = _whole(line, at, _ELECT.sub("", item.value))
    owner = _owner(line, at)
    if owner is None or owner.kind == "organ":
        return None if owner is None and _is_elsewhere(line, at, discourse) else _Office(at, name, None)
    if owner.parts.get("role") == "organ" and is_token(line.items[at + 1], "on") and discourse.is_own_office(name):
        return _Office(at, name, None)  # "delegate for Asia on the Executive Committee"
    if owner.parts.get("role") == "organ" or plain(owner.text) in word_set("plain-boards"):
        return _Office(at, name, owner.value)
    resolved = discourse.resolve(owner, line)
    if owner.kind in ("country", "name") or resolved is None:
        return _Office(at, name, None) if owner.kind == "body" else None
    return _Office(at, name, discourse.whole(owner, resolved, line))


def _whole(line: Line, at: int, office: str) -> str:
    """An office with the plain words before it that belong to it: "was elected as floor broker representative"."""
    if plain(office) not in word_classes()["kind-offices"]:
        return office
    first = at
    while first and at - first < _KIND and isinstance(word := line.items[first - 1], Token) and _is_kind_word(word):
        first -= 1
    opens = first and is_token(line.items[first - 1], *word_classes()["before-an-office"])
    return " ".join(line.text[line.items[first].start : line.items[at].end].split()) if opens else office


def _is_kind_word(word: Token) -> bool:
    return (
        word.form.isalpha()
        and plain(word.text) not in word_classes()["function-words"]
        and word.form not in word_classes()["not-of-a-kind"]
    )


def _is_elsewhere(line: Line, at: int, discourse: Discourse) -> bool:
    """Whether an office is of something that has no known name, or a committee stands in the sentence whose it may be."""
    if at + 1 < len(line.items) and is_token(line.items[at + 1], "of", "at"):
        article, noun = line.items[at + 2 : at + 3], line.items[at + 3 : at + 4]
        meant = (
            isinstance(item, Token) and (item.form in word_set("ours-by-a-noun") or discourse.is_in_our_name(item.form))
            for item in noun
        )
        return not any(is_token(item, "its", "the", "our") for item in article) or not any(meant)
    organs = word_classes()["organs"]
    named = (item for item in line.mentions_of("org") if item.value)
    return any(
        item.value != discourse.setting.keeper and any(plain(word) in organs for word in item.value.split()) for item in named
    )


def _pairs(line: Line, people: Sequence[int], offices: dict[int, _Office], verb: _Verb) -> Iterator[tuple[_Office, list[int]]]:
    """Each office of the ballot with the people who won it."""
    order = sorted((*people, *offices))
    clause = max((at for at in range(verb.start) if is_token(line.items[at], ";")), default=-1)
    before = [at for at in order if clause < at < verb.start and verb.start - at <= 2 * _FAR]
    after = [at for at in order if at >= verb.start]
    pending: list[int] = []
    office: _Office | None = None
    if before and before[-1] not in offices and (verb.passive or verb.start - before[-1] <= _NEXT_TO):  # "A and B were elected"
        pending = _together(line, [at for at in before if at not in offices])
        first = next((at for at in before if at in offices and _heads_a_list(line, at)), None)
        if (
            verb.passive and first is not None and not any(at in offices for at in after)
        ):  # "Vice-presidents: A and B were elected"
            yield offices[first], [at for at in pending if at > first]
            return
        if after and after[0] not in offices:
            pending = []
    elif (  # "Four vice-presidents were elected: A, B"
        before
        and before[-1] in offices
        and after
        and after[0] not in offices
        and not any(is_token(item, "and") for item in line.items[before[-1] : verb.start])
    ):
        office = offices[before[-1]]
    opening = _series(after, offices)
    following = after[len(opening) :]
    if len(opening) == len(following) > 1 and not pending and offices.keys().isdisjoint(following):
        # "Elected to the posts of president and treasurer were A and B"
        yield from ((offices[one], [person]) for one, person in zip(opening, following, strict=True))
        return
    waiting: list[int] = []
    previous = verb.start
    for at in after:
        if at - previous > _FAR or (pending and pending[-1] < verb.start and _has_semicolon(line, verb.start, at)):
            break
        previous = at
        if at in offices:
            series = _series(after[after.index(at) :], offices) if len(pending) > 1 else []
            if series and len(series) == len(pending):  # "A and B were elected president and treasurer"
                yield from ((offices[one], [person]) for one, person in zip(series, pending, strict=True))
                return
            if pending and not (pending[-1] > verb.end and _is_in_office(line, pending[-1], at)):
                yield offices[at], pending
                pending, office = [], None
            elif pending:
                pending = []
            elif office is not None and waiting:
                yield office, waiting
                office = offices[at]
            elif office is None and not waiting and not verb.passive:
                office = offices[at]
            waiting = []
        elif office is not None:
            waiting.append(at)
        else:
            pending.append(at)
    if office is not None and waiting:
        yield office, waiting


def _is_in_office(line: Line, person: int, office: int) -> bool:
    """Whether the words between a person and an office say that the person has it, and not that it was won."""
    return any(is_token(item, *word_classes()["in-office"]) for item in line.items[person + 1 : office])


def _has_semicolon(line: Line, start: int, end: int) -> bool:
    return any(is_token(item, ";") for item in line.items[start:end])


def _heads_a_list(line: Line, at: int) -> bool:
    """Whether an office opens the sentence, or a colon or a dash follows it."""
    return at < _NEXT_TO or is_token(line.items[at + 1], ":", "--")


def _returned(line: Line, people: Sequence[int], verb: _Verb, discourse: Discourse) -> Iterator[tuple[_Office, list[int]]]:
    """The office that those who were re-elected have already: "A and B, the two Vice-Presidents, were re-elected"."""
    before = _together(line, [at for at in people if at < verb.start and verb.start - at <= _FAR])
    for number in before[-1:] if verb.passive else ():
        for start, end in stretches_beside(line, number):
            for at in range(start, min(end, verb.start)):
                item = line.items[at]
                if isinstance(item, Mention) and item.kind == "office" and discourse.is_own_office(item.value):
                    owner = _owner(line, at)
                    if owner is None or owner.value == discourse.setting.keeper:
                        yield _Office(at, item.value, None), before
                        return


def _series(order: Sequence[int], offices: Mapping[int, _Office]) -> list[int]:
    """The offices that stand at the head of a sequence, with no person between them."""
    head: list[int] = []
    for at in order:
        if at not in offices:
            break
        head.append(at)
    return head


def _together(line: Line, people: Sequence[int]) -> list[int]:
    """The last person of a list and those joined to them by commas and "and"."""
    joined: list[int] = []
    for at in reversed(people):
        if joined and not any(is_token(item, "and", ",") for item in line.items[at + 1 : joined[0]]):
            break
        if joined and joined[0] - at > _FAR:
            break
        joined.insert(0, at)
    return joined


def _before_a_person(region: Sequence[Item]) -> Sequence[Item]:
    """A region without the person whom an "and" joins to it: "for Europe and Jon Berg"."""
    for number, (one, two) in enumerate(pairwise(region)):
        if number and is_token(one, "and", ",") and is_kind(two, "person"):
            return region[:number]
    return region


def _region(line: Line, person: int, office: _Office) -> str:
    """ " for Africa", where the sentence gives the region right after the office or the person, and the office names none."""
    if " for " in office.name:
        return ""
    for match in line.find_any(named_patterns("ballots.yaml")["region"]):
        if match.start in (office.at + 1, person + 1, person + 3, person + 4) or match.start == 0:
            region = _before_a_person(match.slots["region"])
            text = line.text[region[0].start : region[-1].end]
            of_the_world = plain(text.split()[-1]) in word_classes()["regions"]
            if any(is_kind(item, "org") or (is_kind(item, "person") and not of_the_world) for item in region):
                continue
            return for_region(text)
    return ""
