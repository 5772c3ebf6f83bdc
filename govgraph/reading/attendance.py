"""Who is counted where: "In Lima there were 720 participants" is told of the session that met in Lima."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, is_kind, is_token
from govgraph.reading.occasions import Session
from govgraph.reading.tokens import plain

_COUNTS = ("participants", "countriesRepresented")


def counted_where_they_met(facts: Sequence[Fact], lines: Sequence[Line], main: Session | None) -> list[Fact]:
    """The facts, where a sentence that opens with a city counts those who came to `main`, which met elsewhere: they are of
    the only other session that met there, as an inference; if there is none, nobody knows of which, and they are left out."""
    if main is None:
        return list(facts)
    cities = {line.span: plain(line.items[1].text) for line in lines if _opens_with_a_city(line)}
    met: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.property == "city" and fact.kind == "session":
            met.setdefault(plain(fact.value), []).append(fact)
    subject = f"session:{main.value}"
    home = {city for city, told in met.items() if any(fact.subject == subject for fact in told)}
    found: list[Fact] = []
    for fact in facts:
        city = cities.get(fact.sentence)
        if city is None or fact.property not in _COUNTS or fact.subject != subject or not home or _is_one_of(city, home):
            found.append(fact)
            continue
        told = met.get(city, [])
        if len({one.subject for one in told}) == 1:
            support = tuple(dict.fromkeys((*fact.support, told[0].sentence)))
            found.append(replace(fact, subject=told[0].subject, status="inferred", support=support))
    return found


def _opens_with_a_city(line: Line) -> bool:
    """Whether a sentence opens with where that was: "In Lima there were ..."."""
    return len(line.items) > 1 and is_token(line.items[0], "in", "at") and is_kind(line.items[1], "place")


def _is_one_of(city: str, home: set[str]) -> bool:
    """Whether a city is one of these, perhaps in a shorter form: "Cartagena" for "Cartagena de Indias"."""
    return any(city in one or one in city for one in home)
