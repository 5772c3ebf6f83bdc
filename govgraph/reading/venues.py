"""Where a session met, when a dateline and the text each tell half of it.

A dateline alone is no venue: agencies write from where they sit. Where the text itself says that the session met in the
dateline's country or city, the other half is the dateline's too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from govgraph.reading.facts import Fact
from govgraph.reading.gazetteer import city_states

_HALVES = {
    "dateline-city": ("city", "dateline-country", "country"),
    "dateline-country": ("country", "dateline-city", "city"),
}


def settle(
    facts: Sequence[Fact], countries: Collection[str], written_there: Callable[[str, str | None], bool], seats: Collection[str]
) -> list[Fact]:
    """The facts without the datelines as such, and with what a confirmed dateline adds.

    A dateline is confirmed too where the text reports that the session opens or closes and names no other place; but not
    where it is one of the `seats` of the organisation, from which its press office writes. `written_there` tells of a
    dateline's city and country whether the text reports the session from there, seat or not. A country is one of the
    `countries` that the text names: "Brussels" alone says nothing of Belgium.
    """
    datelines = {(fact.subject, fact.property): fact for fact in facts if fact.property in _HALVES}
    reported = {fact.subject: fact for fact in facts if fact.property == "reported"}
    home = {fact.sentence for (_, half), fact in datelines.items() if half == "dateline-city" and _is_seat(fact.value, seats)}
    plain = [
        fact
        for fact in facts
        if fact.property not in (*_HALVES, "reported")
        and not (fact.details.get("seen") == "dateline" and fact.sentence in home)
    ]
    told: dict[tuple[str, str], list[Fact]] = {}
    for fact in plain:
        told.setdefault((fact.subject, fact.property), []).append(fact)
    added = []
    for (subject, half), fact in datelines.items():
        property_, other_half, other = _HALVES[half]
        counterpart = datelines.get((subject, other_half))
        if (subject, property_) in told or (property_ == "country" and fact.value not in countries):
            continue
        confirming = [one for one in told.get((subject, other), ()) if counterpart and _same(one.value, counterpart.value)]
        if not confirming and (subject, other) not in told and subject in reported:
            city = datelines.get((subject, "dateline-city"))
            if city is not None and not _is_seat(city.value, seats):
                confirming = [reported[subject]]
        if not confirming and (subject, other) not in told:
            city = datelines.get((subject, "dateline-city"))
            country = datelines.get((subject, "dateline-country"))
            if city is not None:
                known = country.value if country is not None else None
                confirming = [fact] if written_there(city.value, known) else []
        if confirming and confirming[0].details.get("hosting") != "announced":
            support = tuple(span for span in (*fact.support, confirming[0].sentence) if span != fact.sentence)
            added.append(
                replace(fact, property=property_, status="inferred", support=support, details={"hosting": "confirmed"})
            )
    settled = [*plain, *added]
    settled = [fact for fact in settled if not _is_a_quarter(fact, told.get((fact.subject, "country"), ()))]
    return [*settled, *_cities(settled)]


def _is_a_quarter(fact: Fact, countries: Sequence[Fact]) -> bool:
    """Whether a city is a part of the city that its country is: who meets in Wan Chai meets in Hong Kong."""
    if fact.property != "city":
        return False
    hosts = {one.value for one in countries}
    states = [city_states()[code] for code in hosts if code in city_states()]
    return len(hosts) == len(states) == 1 and not _same(fact.value, states[0])


def _cities(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The city that a host country is: who meets in Singapore meets in the city and in the state of this name."""
    known = {fact.subject for fact in facts if fact.property == "city"}
    for fact in facts:
        if fact.kind == "session" and fact.property == "country" and fact.value in city_states() and fact.subject not in known:
            known.add(fact.subject)
            yield replace(fact, property="city", value=city_states()[fact.value])


def _is_seat(place: str, seats: Collection[str]) -> bool:
    return any(_same(place, seat) for seat in seats)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
