"""The session after the one that a text reports: where a text tells when or where it meets, the one follows the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.facts import Fact
from govgraph.reading.occasions import Session

_TELLING = ("country", "city", "start", "year")


def sequels(facts: Sequence[Fact], main: Session | None) -> Iterator[Fact]:
    """A `next` fact, if the facts tell of the session after `main` and none says so yet; it is inferred."""
    if main is None:
        return
    subjects = {f"session:{value}" for value in main.values}
    if any(fact.subject in subjects and fact.property == "next" for fact in facts):
        return
    following = main.after(1)
    told = next((fact for fact in facts if fact.subject == f"session:{following}" and fact.property in _TELLING), None)
    if told is None:
        return
    number = following.rpartition("/")[2]
    support = tuple(span for span in dict.fromkeys((*told.support, main.sentence)) if span != told.sentence)
    for subject in sorted(subjects):
        yield replace(told, subject=subject, property="next", value=number, status="inferred", support=support, details={})
