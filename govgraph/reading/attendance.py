"""Who is counted where: "In Lima there were 720 participants" is told of the session that met in Lima."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, is_token
from govgraph.reading.occasions import Session
from govgraph.reading.tokens import plain

_COUNTS = ("participants", "countriesRepresented")


def counted_where_they_met(facts: Sequence[Fact], lines: Sequence[Line], main: Session | None) -> list[Fact]:
    """The facts, where a sentence that tells of one city counts those who came to `main`, which met elsewhere: they are of the
    only other session that met there, as an inference; if there is none, and the sentence opens with the city, nobody knows of
    which, and they are left out."""
    if main is None:
        return list(facts)
    places = {line.span: place for line in lines if (place := _place_of(line))}
    met: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.property == "city" and fact.kind == "session":
            met.setdefault(plain(fact.value), []).append(fact)
    subject = f"session:{main.value}"
    home = {city for city, told in met.items() if any(fact.subject == subject for fact in told)}
    found: list[Fact] = []
    for fact in facts:
        city, opens = places.get(fact.sentence, ("", False))
        if not city or fact.property not in _COUNTS or fact.subject != subject or not home or _is_one_of(city, home):
            found.append(fact)
            continue
        told = met.get(city, [])
        ahead = told and all(one.details.get("hosting") == "announced" for one in told)  # nobody has come there yet
        if ahead:
            found.append(fact)
        elif len({one.subject for one in told}) == 1:
            support = tuple(dict.fromkeys((*fact.support, told[0].sentence)))
            found.append(replace(fact, subject=told[0].subject, status="inferred", support=support))
        elif not opens:
            found.append(fact)
    return found


def _place_of(line: Line) -> tuple[str, bool] | None:
    """The city in which a sentence says that something was, if it names no other, and whether the sentence opens with it:
    "There were 720 participants in Lima"."""
    places = line.mentions_of("place")
    at = line.index(places[0]) if len(places) == 1 else 0
    told = at > 0 and is_token(line.items[at - 1], "in", "at")
    compared = at > 1 and is_token(line.items[at - 2], "than", "as")  # "fewer than in Dubai"
    return (plain(places[0].text), at == 1) if told and not compared else None


def _is_one_of(city: str, home: set[str]) -> bool:
    """Whether a city is one of these, perhaps in a shorter form: "Cartagena" for "Cartagena de Indias"."""
    return any(f"{city} ".startswith(f"{one} ") or f"{one} ".startswith(f"{city} ") for one in home)
