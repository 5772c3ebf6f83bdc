"""Who was elected to which office, in sentences that tell of several people and several offices.

"The Assembly elected A of X president, B of Y vice-president and C treasurer", "A (X) and B (Y) were elected delegates", "Four
vice-presidents were chosen: A, B, C and D", "The presidency went to A": around a verb of electing, the people and the offices
of a sentence are taken in their order, and each office goes to the people right before it, or, where the sentence opens with
an office, to those right after it. What a person already is ("A, director of B, was elected ...") is no office of the ballot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from govgraph.reading.clauses import clauses, ends_a_clause
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import for_region, singular
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.pairings import FAR, NEXT_TO, Office, Verb, pairs, together
from govgraph.reading.posts import stretches_beside
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

RULE = "ballot"
_ELECT = re.compile(r"(?<=general)[- ]elect\Z", re.IGNORECASE)
_KIND = 3  # words that can say of which kind an office is
_OWNERS = ("org", "country", "name")
_REACH = 4  # items after an office in which its region and its organisation stand


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
    people = [number for number in _of_the_clause(line, people, verb) if not _is_something_unknown(line, number, offices)]
    at_once = _has(line, "at-once")
    paired = list(pairs(line, people, offices, verb)) or (list(_returned(line, people, verb, discourse)) if at_once else [])
    to_an_organ = _has(line, "to-an-organ")
    for office, elected in paired:
        if to_an_organ and office.at < elected[0] < verb.start and (office.of or office.at + 1 == elected[0]):
            continue  # what somebody has who is elected to something else: "President A was elected to the Council"
        for number in elected:
            person = line.items[number]
            assert isinstance(person, Mention)
            resolved = discourse.resolve(person, line)
            if resolved is None:
                continue
            words = line.cover(min(number, office.at, verb.start), max(number, office.at, verb.end - 1) + 1)
            support = tuple(span for span in resolved.support if span != line.span)
            name = f"{office.name}{_region(line, number, office)}"
            of = office.of or _at(line, number, verb, discourse) or discourse.owner_of_office(office.name, line)
            if of is None:
                continue
            coming = is_token(line.items[office.at - 1], "incoming") if office.at else False
            name = f"Incoming {name}" if coming else name
            for property_ in ("elected", "holds") if at_once and not coming and _is_again(line, number) else ("elected",):
                value = f"{singular(name)}|{of}"
                yield Fact(f"person:{resolved.value}", property_, value, "stated", words, line.span, RULE, support)


def _at(line: Line, number: int, verb: Verb, discourse: Discourse) -> str | None:
    """Where one of those after a colon was elected: "Two presidents were elected: A at the Union and B at the League"."""
    match line.items[number + 1 : number + 4]:
        case [at, *the, Mention(kind="org") as owner] | [at, Mention(kind="org") as owner, *the] if is_token(at, "at"):
            colon = any(is_token(item, ":") for item in line.items[verb.end : number])
            resolved = discourse.resolve(owner, line) if colon and all(is_token(item, "the") for item in the[:1]) else None
            return resolved.value if resolved else None
    return None


def _of_the_clause(line: Line, people: list[int], verb: Verb) -> list[int]:
    """Without the people of a clause before that of the verb, if its own names one: "A becomes X, while B was chosen as Y"."""
    start = max((number for number in range(verb.start) if ends_a_clause(line, number)), default=-1)
    own = [number for number in people if number > start]
    return own if any(number < verb.start for number in own) else people


def _is_something_unknown(line: Line, person: int, offices: Mapping[int, Office]) -> bool:
    """Whether somebody was elected as what is no office that is known: "Ana Berg as Webmistress and Jon Lund as Secretary"."""
    if person + 1 >= len(line.items) or not is_token(line.items[person + 1], "as"):
        return False
    then = next((at for at in range(person + 2, len(line.items)) if at in offices or _is_person(line.items[at])), None)
    return then is not None and then not in offices


def _receiving(line: Line, verb: Verb) -> set[int]:
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
    beside = (verb for verb in active if 0 < verb.start - person <= NEXT_TO)
    own_passive = min((verb for verb in passive if verb.start > person), key=lambda verb: verb.start, default=range(0))
    listed = (verb for verb in passive if any(is_token(item, ":") for item in line.items[verb.stop : person]))
    its = {*own, *own_passive, *next(beside, range(0)), *next(listed, range(0))}
    verbs = taken.union(*active)
    return any(verbs.isdisjoint(words) or not its.isdisjoint(words) for words in said)


def _found(line: Line, cue: str) -> set[int]:
    """The people and offices that a cue finds, but for those in slots that begin with "only": they stand beside them."""
    matches = line.find_any(named_patterns("ballots.yaml")[cue])
    slots = (items for match in matches for name, items in match.slots.items() if not name.startswith("only"))
    found = {id(item) for items in slots for item in items}
    return {number for number, item in enumerate(line.items) if id(item) in found}


def _verb(line: Line) -> Verb | None:
    """The first verb of electing, unless the sentence denies it, speaks of candidates, or of what is to come."""
    if _has(line, "not"):
        return None
    cues = named_patterns("ballots.yaml")
    passing = {at for match in line.find_any(cues["in-passing"]) for at in range(match.start, match.end)}
    verbs = [
        Verb(match.start, match.end, passive)
        for cue, passive in (("is-elected", True), ("elects", False))
        for match in line.find_any(cues[cue])
        if match.start not in passing
    ]
    return min(verbs, key=lambda verb: (verb.start, -verb.end), default=None)


def _is_person(item: Item) -> bool:
    return is_kind(item, "person")


def _posts_of(line: Line, number: int, discourse: Discourse, verb: int) -> Iterator[int]:
    """The items that say which post a person has already: one of another organisation, or of a country, or "its president"
    where the sentence goes on to another office."""
    for start, end in stretches_beside(line, number):
        offices = [at for at in range(start, end) if is_kind(line.items[at], "office", "charge")]
        ours = all(_is_ours(line, at, discourse.setting.keeper) for at in offices)
        own = is_token(line.items[start], "its", "our", "their")
        goes_on = any(
            is_kind(item, "office", "charge") and (own or is_token(before, "as"))  # "A, its chair, was elected as president"
            for before, item in pairwise(line.items[end:])
        )
        if start <= verb < end or (ours and not goes_on):
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
        when = is_kind(following, "session") and not is_token(items[at + 1], "of")  # "its president at the 144th Session"
        if isinstance(following, Mention) and following.kind in (*_OWNERS, "body", "organ", "session") and not when:
            then = items.index(following) + 1
            part = items[then + 1 : then + 2] if any(is_token(item, "'s", "'") for item in items[then : then + 1]) else []
            if part and is_kind(part[0], "org", "name"):
                following = part[0]  # "Director of INTERPOL's Liaison Office"
            return None if _is_of_its_agency(items, then) else following
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


def _office(line: Line, at: int, discourse: Discourse) -> Office | None:
    """The office of the ballot that stands here; none, if it is one of a country or of something else that has a name."""
    item = line.items[at]
    if not is_kind(item, "office", "charge", "chairmanship") or at in _found(line, "no-office"):
        return None
    led = at and is_token(line.items[at - 1], "to", "will", "would", "shall") and plain(item.text) not in word_set("chairs")
    if led and (item.text.islower() or plain(item.text) in word_set("offices-like-verbs")):
        return None  # "to lead", "to head", and in a headline "to Lead"
    if at and is_token(line.items[at - 1], "to") and item.text.islower() and _has_an_object(line.items, at + 1):
        return None  # "to chair the Friends of the Andes"
    if at > 2 and is_token(line.items[at - 1], "and") and is_token(line.items[at - 3], "to"):
        before = plain(line.items[at - 2].text)
        if before in word_set("offices-like-verbs"):
            return None  # "to head and chair"
    assert isinstance(item, Mention)
    if plain(item.value) in word_set("royals"):
        return None  # nobody is elected King
    if plain(item.value) in word_classes()["titles"] and at + 1 < len(line.items) and _is_person(line.items[at + 1]):
        return None  # "appointed Ambassador Jon Berg"
    name = _whole(line, at, _ELECT.sub("", item.value))
    owner = _owner(line, at)
    if owner is None or owner.kind == "organ":
        return None if owner is None and _is_elsewhere(line, at, discourse) else Office(at, name, None)
    organ = "organ" in (owner.parts.get("role"), owner.parts.get("body-role"))
    if organ and is_token(line.items[at + 1], "on") and discourse.is_own_office(name):
        return Office(at, name, None)  # "delegate for Asia on the Executive Committee"
    if owner.parts.get("role") == "organ" or plain(owner.text) in word_set("plain-boards"):
        return Office(at, name, owner.text.removeprefix("the "))
    if owner.parts.get("body-role") == "organ":
        return Office(at, name, owner.value)
    resolved = discourse.resolve(owner, line)
    if owner.kind in ("country", "name") or resolved is None:
        return Office(at, name, None) if owner.kind == "body" else None
    return Office(at, name, discourse.whole(owner, resolved, line))


def _has_an_object(items: Sequence[Item], at: int) -> bool:
    """Whether a name follows, with an article or without, or some other noun with one."""
    return at < len(items) and (isinstance(items[at], Mention) or is_token(items[at], "the", "its", "their"))


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


def _returned(line: Line, people: Sequence[int], verb: Verb, discourse: Discourse) -> Iterator[tuple[Office, list[int]]]:
    """The office that those who were re-elected have already: "A and B, the two Vice-Presidents, were re-elected", "A
    (President) and B (Treasurer) were re-elected"."""
    before = together(line, [at for at in people if at < verb.start and verb.start - at <= FAR]) if verb.passive else []
    own = {at: office for at in before if (office := _own_post(line, at, verb, discourse)) is not None}
    if len(own) > 1 or any(is_token(line.items[office.at - 1], "(") for office in own.values()):
        yield from ((office, [at]) for at, office in own.items())
    elif own and list(own) == before[-1:]:
        yield own[before[-1]], before


def _own_post(line: Line, person: int, verb: Verb, discourse: Discourse) -> Office | None:
    """The office of ours that stands beside a person before the verb."""
    for start, end in stretches_beside(line, person):
        for at in range(start, min(end, verb.start)):
            item = line.items[at]
            if isinstance(item, Mention) and item.kind == "office" and discourse.is_own_office(item.value):
                owner = _owner(line, at)
                if owner is None or owner.value == discourse.setting.keeper:
                    return Office(at, item.value, None)
    return None


def _before_a_person(region: Sequence[Item]) -> Sequence[Item]:
    """A region without the person whom an "and" joins to it: "for Europe and Jon Berg"."""
    for number, (one, two) in enumerate(pairwise(region)):
        if number and is_token(one, "and", ",") and is_kind(two, "person"):
            return region[:number]
    return region


def _region(line: Line, person: int, office: Office) -> str:
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
