"""Where a session met, when a dateline and the text each tell half of it.

A dateline alone is no venue: agencies write from where they sit. Where the text itself says that the session met in the
dateline's country or city, the other half is the dateline's too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govgraph.reading.facts import Fact

_HALVES = {
    "dateline-city": ("city", "dateline-country", "country"),
    "dateline-country": ("country", "dateline-city", "city"),
}


def settle(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without the datelines as such, and with what a confirmed dateline adds."""
    datelines = {(fact.subject, fact.property): fact for fact in facts if fact.property in _HALVES}
    plain = [fact for fact in facts if fact.property not in _HALVES]
    told: dict[tuple[str, str], list[Fact]] = {}
    for fact in plain:
        told.setdefault((fact.subject, fact.property), []).append(fact)
    added = []
    for (subject, half), fact in datelines.items():
        property_, other_half, other = _HALVES[half]
        counterpart = datelines.get((subject, other_half))
        if (subject, property_) in told or counterpart is None:
            continue
        confirming = [one for one in told.get((subject, other), ()) if _same(one.value, counterpart.value)]
        if confirming and confirming[0].details.get("hosting") != "announced":
            support = tuple(span for span in (*fact.support, confirming[0].sentence) if span != fact.sentence)
            added.append(replace(fact, property=property_, support=support, details={"hosting": "confirmed"}))
    return [*plain, *added]


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
