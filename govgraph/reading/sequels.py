"""Sessions to come: the one after that which a text reports, and what is told of a session as a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.documents.document import Span
from govgraph.reading.cues import cues
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line
from govgraph.reading.occasions import Session
from govgraph.reading.setting import Setting

_PLANNED = ("year", "start", "end", "city")
_TELLING = ("country", "city", "start", "year")

_EVENT = "year-of-publication"
_IN_PASSING = ("named-occasion",)  # rules that read an occasion in whatever the sentence tells

_CHAIR = "chair-passes-on"
"""The rule of facts that tell who takes the chair, which says nothing of where the next session meets."""


def sequels(facts: Sequence[Fact], main: Session | None) -> Iterator[Fact]:
    """A `next` fact, if the facts tell of the session after `main`, or of the one before it, and none says so yet; inferred."""
    if main is None:
        return
    described = bool(main.profile.named.iri) and main.name in (main.profile.short, main.profile.session_name)
    for value, following in ((None, main.after(1)), (f"{main.name}/{main.ordinal - 1}", main.value)):
        subjects = {f"session:{one}" for one in (main.values if value is None else (value,))}
        if (value and not described) or any(fact.subject in subjects and fact.property == "next" for fact in facts):
            continue
        about = following if value is None else value
        told = next((fact for fact in facts if fact.subject == f"session:{about}" and fact.property in _TELLING), None)
        if told is None:
            continue
        number = following.rpartition("/")[2]
        support = tuple(span for span in dict.fromkeys((*told.support, main.sentence)) if span != told.sentence)
        before = f"session:{following.rpartition('/')[0]}/{int(number) - 1}"  # of "the 44th and 45th Summits" the later one
        for subject in sorted({before} & subjects or subjects):
            yield replace(told, subject=subject, property="next", value=number, status="inferred", support=support, details={})


def hosts_to_come(facts: Sequence[Fact], main: Session | None) -> Iterator[Fact]:
    """The country of the session after `main`, where the flag went there and the text tells of that session; it is inferred."""
    if main is None:
        return
    following = f"session:{main.after(1)}"
    about = [fact for fact in facts if fact.subject == following]
    if not about or any(fact.property == "country" for fact in about):
        return
    passed = (fact for fact in facts if fact.property == "handover" and fact.subject == f"session:{main.value}")
    told = next((fact for fact in passed if fact.rule != _CHAIR), None)
    if told is not None:
        support = tuple(span for span in (*told.support, about[0].sentence) if span != told.sentence)
        details = {"hosting": "announced"}
        yield replace(told, subject=following, property="country", status="inferred", support=support, details=details)


def without_handovers_to_come(facts: Sequence[Fact], ahead: Session | None) -> list[Fact]:
    """The facts without a flag that passes at a session to its own host, or at `ahead`, which the text tells only as one to
    come: the flag went to that host at a session before it, which the text need not name."""
    hosts = {(fact.subject, fact.value) for fact in facts if fact.property == "country"}
    coming = f"session:{ahead.value}" if ahead is not None else ""
    return [
        fact
        for fact in facts
        if fact.property != "handover"
        or fact.rule == _CHAIR
        or not ((fact.subject, fact.value) in hosts or fact.subject == coming)
    ]


def years_of_events(facts: Sequence[Fact], lines: Sequence[Line], setting: Setting) -> Iterator[Fact]:
    """The year of the publication, for an event that has a place in a sentence which tells of no other time; it is inferred."""
    published = setting.around
    if published is None:
        return
    told = {fact.subject for fact in facts if fact.property == "year"}
    by_span = {line.span: line for line in lines}
    for fact in facts:
        line = by_span.get(fact.sentence)
        if line is None or fact.kind != "event" or fact.property not in ("city", "country") or fact.subject in told:
            continue
        told.add(fact.subject)
        elsewhen = line.matches_any(cues()["another-time"]) or _tells_a_year(line, published.year)
        if elsewhen or (fact.rule in _IN_PASSING and not line.matches_any(cues()["this-time"])):
            continue
        spans = (*fact.support, *((setting.published_at,) if setting.published_at else ()))
        support = tuple(span for span in dict.fromkeys(spans) if span != fact.sentence)
        year = str(published.year)
        yield replace(fact, property="year", value=year, status="inferred", rule=_EVENT, support=support, details={})


def _tells_a_year(line: Line, published: int) -> bool:
    """Whether a date in the sentence is of another year: "signed in June 2011 at the Congress in Riga"."""
    dates = line.mentions_of("date")
    return any(day.parts.get("year", str(published)) != str(published) for day in dates)


def as_plans(facts: Sequence[Fact]) -> list[Fact]:
    """The facts; a year, days and a city are as much of a plan as the host that the same sentence announces."""
    hosting: dict[tuple[str, Span], set[str]] = {}
    for fact in facts:
        if fact.kind == "session" and fact.property in ("country", "city") and "hosting" in fact.details:
            hosting.setdefault((fact.subject, fact.sentence), set()).add(fact.details["hosting"])
    announced = {key for key, statuses in hosting.items() if statuses == {"announced"}}
    return [
        replace(fact, details={**fact.details, "hosting": "announced"})
        if fact.property in _PLANNED and (fact.subject, fact.sentence) in announced
        else fact
        for fact in facts
    ]
