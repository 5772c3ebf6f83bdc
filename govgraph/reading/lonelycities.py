"""Where a session met, when no sentence says so: in the only city that the text names; and in which country a city lies.

A text that reports a session and names one city names the place of the session; so does one that names a city much more often
than any other. A country is told only if the text names it, and is the one in which the city lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.cities import countries_of
from govgraph.reading.definitions import negation
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token, year_written
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

RULE_CITY, RULE_COUNTRY = "only-city", "country-of-the-city"
_OFFICE, _POST = 4, 7  # items before a country in which the office stands that is its, or is "Ambassador of Peru to" it
_SEAT = 6  # items before a city in which its headquarters are named
_OPENING = 2  # items with which a sentence says of which year it is: "In 2031"
_OFTEN = 3  # times as often as the next


def only_city(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """The city of the session that a text reports, if no fact tells it and the text names no other, or hardly."""
    main = discourse.main
    if main is None or not discourse.occasions.reports:
        return
    subject = f"session:{main.value}"
    if any(fact.subject == subject and fact.property == "city" for fact in facts):
        return
    elsewhere = {plain(fact.value) for fact in facts if fact.property == "city"}
    country = next((fact.value for fact in facts if fact.subject == subject and fact.property == "country"), None)
    named = [(line, item) for line in lines for item in line.mentions_of("place")]
    named = [(line, item) for line, item in named if not discourse.is_in_dateline(line, item)]
    counts = Counter(name for _, item in named if (name := plain(item.value)) not in elsewhere)
    first, *others = [*counts.most_common(2), ("", 0)]
    if not first[0] or first[1] < _OFTEN * others[0][1]:
        return
    if country is not None and country not in lies_in(first[0], [item for _, item in named]):
        return
    met = [one for one in named if plain(one[1].value) == first[0] and _may_tell_of(*one, discourse)]
    if not met:
        return
    line, place = met[0]
    support = () if line.span == main.sentence else (main.sentence,)
    value = place.value.title() if place.value.isupper() else place.value
    yield Fact(subject, "city", value, "inferred", line.span, line.span, RULE_CITY, support, details={"hosting": "confirmed"})


def _may_tell_of(line: Line, place: Mention, discourse: Discourse) -> bool:
    """Whether a sentence can be about the place of the session: it denies and doubts nothing, is of no other occasion, and
    names the place not only to say whose mayor or minister somebody is, where something comes from, or where the
    organisation has its office."""
    at = line.index(place)
    before = line.items[at - 2] if at > 1 and is_token(line.items[at - 1], "in") else None
    if isinstance(before, Mention) and before.kind in ("org", "name") and before.value != discourse.setting.organisation:
        return False  # "the National Ports Agency in Oslo"
    if at and is_token(line.items[at - 1], "from") and not is_token(line.items[max(0, at - 2)], "live"):
        return False  # "an invitation from Oslo"
    if at > 1 and is_token(line.items[at - 1], "of") and plain(line.items[at - 2].text) in word_set("bids"):
        return False  # "the offer of Oslo"
    if _is_of_an_office(line, at) or any(plain(item.text) in word_set("seats") for item in line.items[at + 1 : at + 2]):
        return False
    seated = any(plain(item.text) in word_set("headquarters") for item in line.items[max(0, at - _SEAT) : at])
    if seated or _is_ahead(line, discourse):
        return False  # "has its headquarters in Paris"; "in 2031 it will fly over Oslo, during the next Assembly"
    if any(year_written(item) is not None for item in line.items[at + 1 : at + 2]):
        return False  # "Athens 2004"
    if at > 1 and is_token(line.items[at - 1], "of") and is_kind(line.items[at - 2], "person"):
        return False  # "elected Ana Berg of Oslo"
    if any(is_token(one, *word_set("parts")) and is_token(two, "of") for one, two in pairwise(line.items)):
        return False  # "the committee of the Congress met in Oslo"
    if any(is_token(item, *word_set("happenings")) for item in line.items):
        return False  # "condemned the attack in Oslo"
    ends = is_token(line.items[-1], ".", "!", "?") and not (is_token(line.items[0], "in") or is_kind(line.items[0], "date"))
    if ends and not any(word in word_set("of-a-meeting") for item in line.items for word in plain(item.text).split()):
        return False  # "She lives in Oslo."
    organ = any(item.kind == "body" and item.parts.get("role") == "organ" for item in line.mentions)
    session = any(item.kind == "session" for item in line.mentions)
    if not at and not session and any(is_token(item, "its") for item in line.items):
        return False  # "Oslo was represented by its mayor"
    elsewhere = discourse.occasions.here(line) is None or (organ and not session)
    return not elsewhere and discourse.is_sure(line) and not line.matches(negation())


def _is_ahead(line: Line, discourse: Discourse) -> bool:
    """Whether a sentence speaks of the next session, or opens with a year after that of the publication."""
    published = discourse.setting.around
    years = [year for item in line.items[:_OPENING] if (year := year_written(item)) is not None]
    if published is not None and any(year > published.year for year in years):
        return True
    if {"next", "will"} <= line.features:
        return True  # "The next meeting of experts will be in Oslo"
    return any(item.parts.get("ref") in ("next", "next-year") for item in line.mentions)


def countries_of_cities(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """For each session whose city is told and whose country is not, the country in which the city lies, if the text names it
    other than to say where somebody comes from, or another city lies ("Nancy, France")."""
    places = [item for line in lines for item in line.mentions_of("place")]
    named: dict[str, list[tuple[str, Line]]] = {}
    beside: dict[Span, set[str]] = {}
    for line in lines:
        for number, item in enumerate(line.items):
            told_of = isinstance(item, Mention) and item.kind == "country" and item.value in discourse.countries
            if told_of and isinstance(item, Mention) and not _is_of_an_office(line, number):
                named.setdefault(item.value, []).append((_city_before(line, number), line))
                beside.setdefault(line.span, set()).add(item.value)
    told = {fact.subject for fact in facts if fact.property == "country"}
    for fact in facts:
        if fact.kind == "session" and fact.property == "city" and fact.subject not in told:
            where = {code: found for code, of in named.items() if (found := _told_of(plain(fact.value), of)) is not None}
            codes = lies_in(plain(fact.value), places) & where.keys()
            others = beside.get(fact.sentence, set()) - codes  # "in Indonesia: ... in Bali", which is a town in India too
            if len(codes) == 1 and not (others and codes.isdisjoint(beside[fact.sentence])):
                told.add(fact.subject)
                (code,) = codes
                line = where[code]
                support = tuple(dict.fromkeys((*fact.support, fact.sentence)))
                support = tuple(span for span in support if span != line.span)
                yield Fact(
                    fact.subject, "country", code, "inferred", line.span, line.span, RULE_COUNTRY, support, details=fact.details
                )


def _told_of(city: str, mentions: Sequence[tuple[str, Line]]) -> Line | None:
    """The first sentence that names a country, but for those in which it is the country of another city."""
    return next((line for before, line in mentions if before in ("", city)), None)


def _city_before(line: Line, number: int) -> str:
    """The city of which a country is told: "nancy" of "Nancy, France"; empty if there is none."""
    city = line.items[number - 2] if number > 1 and is_token(line.items[number - 1], ",", "(") else None
    return plain(city.text) if city is not None and city.text[:1].isupper() else ""


def _is_of_an_office(line: Line, number: int) -> bool:
    """Whether a country or a city is that of an office: "Norway's minister", "Norwegian minister", "the minister of Norway"."""
    after = _after(line, number)
    sent = any(is_token(item, "to") for item in line.items[max(0, number - 2) : number])
    named = number > 0 and (sent or is_token(line.items[number - 1], "of", "the", "for"))
    before = line.items[max(0, number - (_POST if sent else _OFFICE)) : number] if named else []
    return any(isinstance(item, Mention) and item.kind in ("office", "charge") for item in (*before, *after))


def _after(line: Line, number: int) -> list[Item]:
    possessive = number + 1 < len(line.items) and is_token(line.items[number + 1], "'s", "'")
    return line.items[number + 1 : number + (4 if possessive else 2)]


def lies_in(city: str, places: Sequence[Mention]) -> frozenset[str]:
    """The countries in which a city of this name, in plain form, lies: of a capital in the text only its own."""
    capitals = {place.parts["country"] for place in places if plain(place.value) == city and "country" in place.parts}
    return frozenset(capitals) or countries_of().get(city, frozenset())
