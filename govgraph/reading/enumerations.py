"""People listed in one sentence as elected, or as those in a board: "a new Board of Ana Berg (Chair), Jon Lind and others"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import Lead, is_office, lead_of, singular
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.rosters import without_a_country
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_set

RULE = "enumeration"
_COMMITTEE = ("committee", "member")
_FEWEST = 3  # people; two after a colon
_BEFORE = 2  # sentences in which the organ can be named
_LONGEST = 8  # items of a post in brackets
_FARTHEST = 16  # items of a post and of what it is a post
_POST_AND_COMMA = 2  # items before a name
_PREFIX = 8  # items of a post, and of what it is a post, that stand before a name


def enumerations(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """A fact for each of those whom a sentence lists as elected to an organ or as sitting in a board or council."""
    us = discourse.setting.keeper
    for number, line in enumerate(lines if us else ()):
        first = next((at for at, item in enumerate(line.items) if _is_person(item) and _person_after(line, at) == at), None)
        if first is None:
            continue
        start = _start(line, first)
        people, end = _listed(line, start, str(us))
        if len(people) < _fewest(line, start):
            continue
        lead = _lead(lines, number, start, end, str(us)) if discourse.is_sure(line) else None
        told_of_each = all(post for _, post in people)
        if lead is not None and (lead.property != "holds" or _is_a_seat(lead.role) or told_of_each):
            told = Line(line.items[:start] or line.items[end:], line.span, line.text)
            yield from _facts(line, people, lead, organ_owner(told, str(us)) or str(us))


def _fewest(line: Line, start: int) -> int:
    """How many people make a list: two after a colon or "are" or at the head of a sentence, one after "The Treasurer is"."""
    if not start or is_token(line.items[start - 1], ":", "are", "were"):
        return _FEWEST - 1
    return 1 if _tells_an_office(line, start) else _FEWEST


def _tells_an_office(line: Line, start: int) -> bool:
    """Whether the people of a list are said to be something that stands before them: "The Treasurer is Ana Berg"."""
    opening = Line(line.items[:start], line.span, line.text)
    return opening.matches_any(named_patterns("rosters.yaml")["listed-office"])


def _lead(lines: Sequence[Line], number: int, start: int, end: int, us: str) -> Lead | None:
    """What a sentence says of the people who stand between two of its items: before them, or after them where nothing is said
    before them; or what the sentence before it says, where this one only goes on: "They are ..."."""
    line = lines[number]
    before = lines[max(0, number - _BEFORE) : number]
    cues = named_patterns("rosters.yaml")
    opening = Line(line.items[:start], line.span, line.text)
    opened = lead_of(opening, before, us) if start else None
    if not start or (opened is None and opening.matches_any(cues["greeting"])):
        closing = Line(line.items[end:], line.span, line.text)
        if not closing.matches_any(cues["after-a-list"]):
            return None
        goes_on = before and is_token(closing.items[0], "will", "are", "on")
        return lead_of(closing, before, us) or (lead_of(before[-1], before[:-1], us) if goes_on else None)
    if before and opening.matches_any(cues["going-on"]):
        told = (
            before[-1].matches_any(cues["told-before"])
            and _owner(before[-1]) in (None, us)
            and not _names_others(before[-1], us)
        )
        return (lead_of(before[-1], before[:-1], us) or _told_before(before[-1])) if told else None
    return opened if leads_right_in(opening) else None


def _told_before(line: Line) -> Lead | None:
    """What a sentence that counts those elected makes of them: "The union elected three directors. They are ..."."""
    for match in line.find_any(named_patterns("rosters.yaml")["told-before"]):
        office = next((item for item in match.slots.get("o", ()) if isinstance(item, Mention)), None)
        if office is not None and singular(office.value) != office.value:
            return Lead("elected", singular(office.value), (line.span,))
    return None


def _names_others(line: Line, us: str) -> bool:
    return any(item.kind == "org" and item.value not in ("", us) for item in line.mentions)


def leads_right_in(opening: Line) -> bool:
    """Whether what stands right before a list can lead it in: "are", "consists of", a colon, but not "heard", "after", "by"."""
    last, before = opening.items[-1], opening.items[-2:-1]
    if is_token(last, "of"):
        named = before and (isinstance(before[0], Mention) or before[0].form.startswith("^"))
        return bool(before) and (named or is_token(before[0], *word_set("before-of-a-list")))
    return is_token(last, *word_set("before-a-list"))


def organ_owner(line: Line, us: str) -> str | None:
    """Whose an organ is that the words around a list name, if it is another's than `us`, or has a name of its own."""
    return _owner(line) or _elector(line, us)


def _owner(line: Line) -> str | None:
    """Whose an organ is that the words around a list name: "the Board of the Harbour Union", "Harbour Union Board"."""
    for at, (item, of) in enumerate(pairwise(line.items)):
        after = next((owner for owner in line.items[at + 2 : at + 4] if not is_token(owner, "the")), None)
        organ = is_kind(item, "organ", "body") or is_token(item, *word_set("seated-organs"))
        if organ and is_token(of, "of") and is_kind(after, "org") and after.value:
            return after.value
    for item in line.mentions_of("org"):  # "Audit Committee of the Harbour Bank" is the bank's
        seated, _, rest = item.value.partition(" of the ")
        if rest and plain(seated).split()[-1] in word_set("seated-organs"):
            return rest
    owned = (item.parts.get("org") for item in line.mentions if item.parts.get("body-role") == "organ")
    return next((owner for owner in owned if owner), None)


def _elector(line: Line, us: str) -> str | None:
    """An organ with a name of its own that elects its own officers: "The World Harbour Committee elected"."""
    items = [item for item in line.items[:3] if not is_token(item, "the")]
    match items[:2]:
        case [organ, verb] if is_kind(organ, "org", "body") and is_token(verb, *word_set("electing")):
            name = organ.text.removeprefix("the ").removeprefix("The ")
            named = " " in name and organ.value != us and plain(name).split()[-1] in word_set("seated-organs")
            return name if named and plain(name) not in word_set("common-organs") else None
    return None


def _is_a_seat(role: str | None) -> bool:
    """Whether a post is a seat in a board or council, or in a committee with a name: "Steering Committee Member"."""
    words = plain(role or "").split()
    return not word_set("seat-words").isdisjoint(words) or (len(words) > len(_COMMITTEE) and tuple(words[-2:]) == _COMMITTEE)


def _facts(line: Line, people: Sequence[tuple[int, str | None]], lead: Lead, us: str) -> Iterator[Fact]:
    for at, post in people:
        person, role = line.items[at], _in_a_committee(post, lead.role) or lead.role
        assert isinstance(person, Mention)
        if role:
            words = line.cover(0, at + 1)
            support = tuple(span for span in lead.spans if span != line.span)
            value = f"{singular(role)}|{us}"
            for property_ in (lead.property, "holds") if lead.at_once and lead.property == "elected" else (lead.property,):
                yield Fact(f"person:{person.value}", property_, value, "stated", words, line.span, RULE, support)


def _in_a_committee(post: str | None, role: str | None) -> str | None:
    """A post told beside somebody of a list; who presides over a committee that the list is of, presides over nothing else."""
    committee = (role or "").removesuffix(" Member")
    named = _is_a_seat(role) and plain(committee).endswith(_COMMITTEE[0])
    named = named and plain(committee) not in word_set("committees-of-the-whole")
    return f"{post} of the {committee}" if post and named and plain(post) in word_set("chairs") else post


def _start(line: Line, first: int) -> int:
    """Where a list begins whose first person is at an item: with the post before the name, if there is one."""
    reach = range(max(0, first - _PREFIX), first)
    return next((at for at in reach if _person_after(line, at) == first and _opens_an_entry(line, at)), first)


def _opens_an_entry(line: Line, at: int) -> bool:
    return not at or (isinstance(line.items[at - 1], Token) and not is_token(line.items[at - 1], "of", "the", "and"))


def _listed(line: Line, start: int, us: str) -> tuple[list[tuple[int, str | None]], int]:
    """The people of a list that begins at an item, each with the post that is told, and where the list ends.

    The post stands before the name, in brackets after it, or after a comma where semicolons stand between them; one in the
    plural is that of all who follow. Between the people stand commas and a last "and", and after a colon what each is elsewhere
    ("new directors: Ana Berg, head of the Harbour School, and Jon Lind"); after "of", where each comes from.
    """
    found: list[tuple[int, str | None]] = []
    at = last = start
    shared: str | None = None
    person_before_had_a_post = False
    after_a_colon = start > 0 and is_token(line.items[start - 1], ":", "are", "were")
    while (person := _person_after(line, at)) is not None and (found or _is_person(line.items[person])):
        before = _post_before(line, at, person, us)
        several = before is not None and singular(before) != before
        shared = before if several else shared if before is None and person == at else None
        at = person
        bracket = _bracket_end(line, at + 1)
        end = bracket - 1 if bracket else _end_before_a_semicolon(line, at + 1)
        post = _post(line, at + 2, end) if end else None
        if not (post or before or shared) and found and _is_where_from(line, at, person_before_had_a_post):
            at += 1
            while at < len(line.items) and is_token(line.items[at], ",", "and", "&", ";"):
                at += 1
            continue
        person_before_had_a_post = before is not None and not several
        found.append((at, post or before or shared))
        home = None if bracket or end else _end_of_where_from(line, at + 1) or _end_of_a_country(line, at + 1)
        at = bracket or end or home or (after_a_colon and _end_of_an_apposition(line, at + 1)) or at + 1
        last = at
        while at < len(line.items) and is_token(line.items[at], ",", "and", "&", ";"):
            at += 1
    return found, last


def _is_where_from(line: Line, at: int, after_a_post: bool) -> bool:
    """Whether a name between commas is where the one before is from: "President Ana Berg, Lund Lines, Treasurer Jon Lind"."""
    following = [item for item in line.items[at + 1 : at + 4] if not is_token(item, "and", "&")]
    return after_a_post and len(following) > 1 and is_token(following[0], ",") and is_office(following[1])


def _person_after(line: Line, at: int) -> int | None:
    """Where the person of an entry that begins at an item stands: there, or after a post: "Lund Shipping Chairman Jon Berg"."""
    for person in range(at, min(at + _PREFIX, len(line.items))):
        item = line.items[person]
        owner = person + 2 < len(line.items) and is_office(line.items[person + 1]) and _is_person(line.items[person + 2])
        if (_is_person(item) or _may_be_a_person(item)) and not owner:  # "Lund Lines Chairman Jon Berg"
            label = person - at > 1 and (_is_a_label(line, person) or _opens_with_a_post(line, at, person))
            return person if person == at or is_office(line.items[person - 1 - label]) else None
        label = person > at and (_is_a_label(line, person + 1) or _opens_with_a_post(line, at, person + 1))
        if not (isinstance(item, Mention) or _is_in_a_name(item) or label):
            return None
    return None


def _is_a_label(line: Line, person: int) -> bool:
    """Whether an office of one person and a colon stand before a name: "Treasurer: Ana Berg", and with a dash where the first
    of all names has one before it too."""
    post, mark = line.items[person - 2], line.items[person - 1]
    if is_token(mark, "--"):
        first = next((at for at, item in enumerate(line.items) if _is_person(item)), 0)
        dashed = first > 1 and is_token(line.items[first - 1], "--") and is_office(line.items[first - 2])
        return dashed and is_office(post) and singular(post.text) == post.text
    return is_token(mark, ":") and is_office(post) and singular(post.text) == post.text


def _opens_with_a_post(line: Line, at: int, person: int) -> bool:
    """Whether an entry between semicolons opens with an office and a comma before the name: "; Treasurer, Ana Berg;"."""
    comma = person - at == _POST_AND_COMMA and is_office(line.items[at]) and is_token(line.items[at + 1], ",")
    return comma and at > 0 and is_token(line.items[at - 1], ":", ";") and ";" in line.features


def _is_in_a_name(item: Item) -> bool:
    return is_token(item, "and", "&", "the", "of", "'s", "'") or (isinstance(item, Token) and item.form.startswith("^"))


def _post_before(line: Line, at: int, person: int, us: str) -> str | None:
    """The post that stands before a name, unless it is one of something else than us: "President and Founder Ana Berg"."""
    while at < person and (is_token(line.items[at], "the") or _is_us(line.items[at], us)):
        at += 1
    post = line.items[at : person - is_token(line.items[person - 1], ":", ",", "--")]
    ours = bool(post) and all(is_office(item) or is_token(item, "and", "&") for item in post)
    if any(not word_set("outside-offices").isdisjoint(plain(item.text).split()) for item in post):
        return None  # "Minister Ana Berg"
    return " ".join(line.text[post[0].start : post[-1].end].split()) if ours else None


def _is_us(item: Item, us: str) -> bool:
    return isinstance(item, Mention) and item.kind == "org" and item.value == us


def _end_of_where_from(line: Line, at: int) -> int | None:
    """Where ends what stands after "of" or "from" and tells where somebody comes from: "of the University of Oslo"."""
    if at >= len(line.items) or not is_token(line.items[at], "of", "from"):
        return None
    ends = range(at + 1, min(len(line.items), at + _FARTHEST))
    end = next((end for end in ends if _is_an_end(line, end) or is_token(line.items[end], *word_set("were-elected"))), None)
    return end if end and not any(map(is_office, line.items[at:end])) else None


def _end_of_a_country(line: Line, at: int) -> int | None:
    """Where ends a country or a city between a comma and a semicolon: "Ana Berg, Norway; Jon Lind, Peru."."""
    match line.items[at : at + 3]:
        case [comma, home, *after] if is_token(comma, ",") and is_kind(home, "country", "place"):
            return at + 2 if ";" in line.features and (not after or is_token(after[0], ";", ".")) else None
    return None


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
    return end if any(map(is_office, inside)) and any(map(_is_a_firm, inside)) else None


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
    if last is not None and any(map(_is_a_firm, items[:last])) and any(map(is_office, items[last:])):
        items = items[last + 1 :]
    elif last is not None and any(_is_a_firm(item) or _is_person(item) for item in items[last:]):
        return None
    return " ".join(line.text[items[0].start : items[-1].end].split()) if any(map(is_office, items)) else None


def _may_be_a_person(item: object) -> bool:
    """Whether a name of two words and more stands here: in a list of people, "Jacob Green" is one of them."""
    return isinstance(item, Mention) and item.kind == "name" and " " in item.value


def _is_person(item: object) -> bool:
    return isinstance(item, Mention) and item.kind == "person" and "ref" not in item.parts
