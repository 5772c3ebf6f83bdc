"""Where an office, a body or the name of an organisation really ends, of what a pattern of `mentions/` covers.

A run of capitalised words can go on into what stands beside it: somebody's name after an office, the place where a body meets,
another organisation. Where a name begins, `namebeginnings.py` tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from govgraph.reading.cities import cities
from govgraph.reading.lines import Item, Line, Match, Mention, is_kind, is_token, year_written
from govgraph.reading.namebeginnings import can_be_of_a_name, is_a_subject, is_numbered, no_names, without_beginning
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_set

_ORGAN_AND_OFFICE = 2  # words at least: "Committee President"
_BEFORE_AN_OWNER = 6  # items from an ordinal to the organisation whose session it counts
_WORDS_OF_A_NAME = 2  # at least that an organisation has


def office_within(line: Line, match: Match) -> Match:
    """The match without the name of somebody at its end, or the end of an organ's name at its head."""
    for surplus in (_name_after_a_charge, _name_after_a_region, _name_after_a_title, _owner_after_a_charge):
        match = replace(match, end=match.end - surplus(line.items[match.start : match.end]))
    match = replace(match, end=match.end - _firm_after(line, match))
    return charge_within(line, replace(match, start=match.start + _organ_before(line, match)))


def charge_within(line: Line, match: Match) -> Match:
    """The match without the end of an authority's name at its head: "Institute of Public Health director"."""
    return replace(match, start=match.start + _field_before(line, match))


def organisation_within(line: Line, match: Match) -> Match:
    """The match without whose the next thing is at its end, and without a record, somebody, an office, a body or a unit at its
    head."""
    match = without_venue(line, body_within(line, match))
    match = replace(match, start=match.start + _known_before(line.items[match.start : match.end]))
    match = replace(match, start=match.start + _sent_before(line.items[match.start : match.end]))
    match = replace(match, end=match.end - _owner_after(line, match))
    match = replace(match, end=match.end - _addressed_after(line.items[match.start : match.end]))
    match = replace(match, end=match.end - _headline_after(line.items[match.start : match.end]))
    match = replace(match, end=match.end - _board_after(line.items[match.start : match.end]))
    match = replace(match, end=match.end - _listed_after(line.items[match.start : match.end]))
    second = _second_after(line.items[match.start : match.end])
    led = match.end < len(line.items) and is_kind(line.items[match.end], "office", "charge")
    match = replace(match, start=match.end - second + 1) if second and led else replace(match, end=match.end - second)
    return without_beginning(line, match, led)


def body_within(line: Line, match: Match) -> Match:
    """The match without the record of it at its head: "Minutes of the Harbour Society AGM", "Newsletter of the Society", and
    without the board of a firm: "Board of Tyne Ferries Ltd"."""
    items = line.items[match.start : match.end]
    if len(items) <= _WORDS_OF_A_NAME or not is_token(items[1], "of", "from"):
        return match
    first, firm = plain(items[0].text), plain(items[-1].text) in word_set("company-forms")
    if first in word_set("records") or (firm and first in word_set("plain-boards")):
        return replace(match, start=match.start + (3 if is_token(items[2], "the") else 2))
    return match


def without_venue(line: Line, match: Match) -> Match:
    """The match without a city at its end, which is where it meets or sits: "Congress of Harbour Pilots in Oslo"."""
    items = line.items[match.start : match.end]
    least = 1 if is_kind(items[0], "ordinal") else _WORDS_OF_A_NAME  # "Twelfth Session in Bled"
    at = next((at for at in range(len(items) - 1, least, -1) if is_token(items[at], "in")), None)
    learned = not word_set("schools").isdisjoint(plain(item.text) for item in items)  # "University of Illinois in Chicago"
    local = at is not None and plain(line.text[items[0].start : items[at - 1].end]).endswith(tuple(word_set("local-bureaus")))
    if at is None or learned or local or len(items) - at > _WORDS_OF_A_NAME + 1:
        return match
    called = line.text[items[at + 1].start : items[-1].end] if at + 1 < len(items) else ""
    counted = _is_counted(line, match) and not is_a_subject(called)
    sits = plain(called) in cities() | word_set("months") or _is_dated(line, match.end) or counted
    return replace(match, end=match.start + at) if sits else match


def _is_counted(line: Line, match: Match) -> bool:
    """Whether an ordinal stands in what matched, or shortly before: "at the 31st Congress of the Society of Guides in Bled"."""
    return any(is_kind(item, "ordinal") for item in line.items[max(0, match.start - _BEFORE_AN_OWNER) : match.end])


def _is_dated(line: Line, at: int) -> bool:
    """Whether a day, a year or a country follows, as it does where something meets: "Congress of Pilots in Bled in 2031"."""
    following = line.items[at : at + 2]
    if not following:
        return False
    day = is_kind(following[0], "date")
    if day or len(following) == 1:
        return day
    told = is_kind(following[1], "date") or year_written(following[1]) is not None
    return (is_token(following[0], "in", "on", ",", "(") and told) or (
        is_token(following[0], ",", "(") and is_kind(following[1], "country")
    )


def _name_after_a_charge(items: Sequence[Item]) -> int:
    """How many words at the end of an office are its holder's name and what follows: two in "Director of Police Veselin Lund",
    five in "Minister of the Interior Ana Ruiz and Jon Berg"."""
    for at in range(1, len(items) - 1):
        charge, name = items[at - 1], 0
        if not (isinstance(charge, Token) and plain(charge.text) in no_names()):
            continue
        while at + name < len(items) and can_be_of_a_name(items[at + name]):
            name += 1
        ends = at + name == len(items) or is_token(items[at + name], "and", ",")
        if 2 <= name <= 4 and ends:
            return len(items) - at
    return 0


def _owner_after_a_charge(items: Sequence[Item]) -> int:
    """How many words at the end of an office tell whose it is: four in "Director of Communication for the Baltic Caucus"."""
    of = next((at for at, item in enumerate(items) if is_token(item, "of", "for")), None)
    if of is None or not is_token(items[of], "of"):
        return 0
    last = items[-1]
    owner = isinstance(last, Mention) or not last.text[1:].islower() or plain(last.text) in word_set("org-heads")
    return next((len(items) - at for at in range(of + 2, len(items) - 1) if owner and is_token(items[at], "for")), 0)


def _firm_after(line: Line, match: Match) -> int:
    """How many words at the end of an office are a firm's, of which it is, and no field of work: three in "director of Lund
    Lines"; where another owner follows ("of Student Life at Lund College"), it is a field."""
    items = line.items[match.start : match.end]
    of = next((at for at, item in enumerate(items) if is_token(item, "of")), None)
    if of is None or len(items) - of <= _WORDS_OF_A_NAME or plain(items[0].text).split()[-1] not in word_set("led-firms"):
        return 0
    called = items[of + 1 :]
    followed = match.end < len(line.items) and is_token(line.items[match.end], "at", "for", "with", "of", "and", "&", "to", ",")
    fields = word_set("fields") | word_set("office-modifiers")
    named = all(can_be_of_a_name(item) and plain(item.text) not in fields for item in called)
    return len(items) - of if named and not followed else 0


def _organ_before(line: Line, match: Match) -> int:
    """How many words at the head of an office end a name before it: one in "the Peruvian Olympic Committee President"."""
    if match.end - match.start < _ORGAN_AND_OFFICE or not match.start:
        return 0
    first, before = line.items[match.start], line.items[match.start - 1]
    capital = isinstance(before, Token) and before.form.startswith("^") and plain(before.text) not in word_set("function-words")
    ends = isinstance(first, Token) and first.form.startswith("^") and plain(first.text) in word_set("org-heads")
    return 1 if ends and capital else 0


def _field_before(line: Line, match: Match) -> int:
    """How many words at the head of an office are the end of an authority's name that begins before it."""
    words = [plain(item.text) for item in line.items[match.start : match.end]]
    field = next((n for n, word in enumerate(words) if word not in word_set("fields") | word_set("org-heads")), len(words))
    at = match.start
    while field and at and _can_go_on(line.items[at - 1]):
        at -= 1
        if plain(line.items[at].text) in word_set("org-openers") and is_token(line.items[at + 1], "of", "for"):
            return field if field < len(words) and line.items[match.start].text[0].isupper() else 0
    return 0


def _can_go_on(item: Item) -> bool:
    """Whether a word can stand within the name of an authority."""
    return isinstance(item, Token) and (item.form.startswith("^") or is_token(item, "of", "for", "and", "the", "&"))


def _addressed_after(items: Sequence[Item]) -> int:
    """How many words at the end of an organisation's name are somebody with a title: three in "Bureau of Ports Mr Jon Berg"."""
    titles = (at for at, item in enumerate(items) if at and plain(item.text) in word_set("forms-of-address"))
    return next((len(items) - at for at in titles), 0)


def _board_after(items: Sequence[Item]) -> int:
    """How many words at the end of an organisation's name call its board: one in "Harbour Foundation Board"."""
    board = len(items) > _WORDS_OF_A_NAME and is_token(items[-1], "board")
    return 1 if board and is_token(items[-2], *word_set("ends-of-whole-names")) else 0


def _sent_before(items: Sequence[Item]) -> int:
    """How many items at the head of an organisation's name are people who come to it: seven in "Ana Berg and Jon Lind to the
    Nomination Committee"."""
    to = next((at for at, (one, two) in enumerate(pairwise(items)) if is_token(one, "to") and is_token(two, "the")), None)
    return to + 2 if to is not None and to + 2 < len(items) and any(is_token(item, "and") for item in items[:to]) else 0


def _listed_after(items: Sequence[Item]) -> int:
    """How many items at the end of an organisation's name are others in a list: those from the first comma of "Centre for Arts,
    Reef Institute, and the University of Lund", where the comma in "Department of Culture, Media and Sport" is its own."""
    commas = [at for at, item in enumerate(items) if is_token(item, ",")]
    if not commas:
        return 0
    heads = word_set("org-heads")
    parts = [items[at + 1 : end] for at, end in pairwise((*commas, len(items)))]
    others = any(
        len(part) > 1 and plain(part[-1].text) in heads and not any(is_token(item, "and") for item in part) for part in parts
    ) or any(is_token(items[at + 1], "and") and is_token(items[at + 2], "the") for at in commas if at + 2 < len(items))
    return len(items) - commas[0] if others else 0


def _headline_after(items: Sequence[Item]) -> int:
    """How many words at the end of an organisation's name are a headline that begins with it: three in "Bank of Ports Names Jon
    Berg", and in "Bank of Ports to Honor Texas"."""
    infinitive = (
        at
        for at in range(2, len(items) - 1)
        if is_token(items[at], "to") and is_token(items[at + 1], *word_set("headline-infinitives"))
    )
    if (at := next(infinitive, None)) is not None:
        return len(items) - at
    verbs = (at for at, item in enumerate(items[:-1]) if at > 1 and plain(item.text) in word_set("headline-appoints"))
    return next((len(items) - at for at in verbs), 0)


def _known_before(items: Sequence[Item]) -> int:
    """How many items at the head of an organisation's name list others: four in "Eurojust, Europol and the Sea Federation"."""
    named = len(items) > _WORDS_OF_A_NAME and plain(items[0].text) in word_set("known-organisations")
    if not named or not is_token(items[1], ",", "and"):
        return 0
    last = max((at for at, item in enumerate(items) if is_token(item, "and", ",")), default=-1) + 1
    return last + is_token(items[last], "the") if last < len(items) - 1 else 0


def _second_after(items: Sequence[Item]) -> int:
    """How many items at the end of an organisation's name are another of its kind: three in "Lund University and Oslo
    University", or one called by its initials or as a bank: "Guild of Perfumers and UNICEF"."""
    last = plain(items[-1].text)
    of = next((at for at, item in enumerate(items) if is_token(item, "of", "for")), len(items))
    second = next((at for at in range(of + 2, len(items) - 1) if is_token(items[at], "and")), None)
    if second is not None and (last in word_set("banks") or (second == len(items) - 2 and _is_initials(items[-1]))):
        return len(items) - second
    joined = (at for at in range(2, len(items) - 2) if is_token(items[at], "and") and plain(items[at - 1].text) == last)
    and_ = next(joined, None)
    return len(items) - and_ if and_ is not None and last in word_set("schools") else 0


def _is_initials(item: Item) -> bool:
    return len(item.text) > _WORDS_OF_A_NAME and item.text.isalpha() and item.text.isupper()


def _name_after_a_title(items: Sequence[Item]) -> int:
    """How many words at the end of an office belong to the next person: four in "Director of InvestLund and Ms. Ana Berg"."""
    for number, (item, after) in enumerate(pairwise(items)):
        if is_token(item, "and", ",", "&") and plain(after.text) in word_set("forms-of-address") and number:
            return len(items) - number
    return 0


def _name_after_a_region(items: Sequence[Item]) -> int:
    """How many words at the end of an office belong to the next person: three in "Vice-President for Europe and Jon Berg", or
    "to Jon Berg", to whom it is given."""
    for number, item in enumerate(items[1:-1], start=1):
        of_the_world = plain(items[number - 1].text) in word_set("regions")
        if is_token(item, "and", "to") and of_the_world and plain(items[-1].text) not in word_set("regions"):
            return len(items) - number
    return 0


def member_after(items: Sequence[Item]) -> int:
    """How many items at the end of an organisation's name are somebody of another: the last six in "University of Oslo and Ana
    Berg of the University of Riga"."""
    for number, item in enumerate(items):
        if number > 1 and is_token(item, "and") and _names_another(items[:number], items[number + 1 :]):
            return len(items) - number
        of = next((at for at in range(number + 3, min(number + 6, len(items))) if is_token(items[at], "of", "from")), None)
        if number and is_token(item, "and") and of is not None:
            opener = next((one for one in items[of + 1 :] if not is_token(one, "the")), None)
            capital = all(isinstance(one, Token) and one.form.startswith("^") for one in items[number + 1 : of])
            if capital and opener is not None and plain(opener.text) in word_set("org-openers"):
                return len(items) - number
    return 0


def _names_another(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Whether "and the" stands between two names, each of which says what it is: "Port Association and the Sea Alliance"."""
    heads = word_set("org-heads") | word_set("treaties")
    of = len(one) > _WORDS_OF_A_NAME and is_token(one[-2], "of", "for")
    head = one[-3] if of and plain(one[-3].text) in heads else one[-1]  # "Port Chamber of Commerce"
    if len(other) <= _WORDS_OF_A_NAME or not is_token(other[0], "the") or plain(head.text).rpartition(" ")[2] not in heads:
        return False
    words = [plain(item.text).rpartition(" ")[2] for item in other[1:]]
    return words[-1] in heads or any(word in word_set("org-openers") for word in words[:-1])


def is_a_meeting(line: Line, match: Match) -> bool:
    """Whether what reads like an organisation's name is a conference of parties, or one of a series that an ordinal counts:
    "5th Forum of Pilots"."""
    words = [plain(item.text) for item in line.items[match.start : match.end]]
    if " ".join(words) in word_set("treaty-bodies"):
        return True
    of = next((at for at, word in enumerate(words) if at and word in ("of", "on", "for")), None)
    if of is None or words[of - 1] not in word_set("series-heads"):
        return False
    before = line.items[match.start - 1 : match.start] if match.start > 1 else ()
    called = any(
        is_kind(item, "country", "place") or (isinstance(item, Token) and item.form.startswith("^")) for item in before
    )
    return is_numbered(line, match.start - called)


def _owner_after(line: Line, match: Match) -> int:
    """How many items at the end of an organisation's name are the country of the next: "Department of Japan's Police"."""
    after, last = line.items[match.end : match.end + 1], line.items[match.end - 1]
    if not after or not is_token(after[0], "'s", "'") or not isinstance(last, Mention) or last.kind != "country":
        return 0
    return next((n for n in (2, 3) if match.end - match.start > n and is_token(line.items[match.end - n], "of", "for")), 0)
