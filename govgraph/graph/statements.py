"""A fact becomes triples: what each flat property says in the terms of the ontology."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pyoxigraph as ox

from govgraph.errors import DefinitionError
from govgraph.graph import iris
from govgraph.graph.terms import TYPE, gov, integer, moment, node, text
from govgraph.graph.things import Triples, of_country, of_office, of_place, of_session, of_subject, typed
from govgraph.reading.facts import Fact
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_classes


def triples(fact: Fact, issued: str | None) -> list[ox.Triple]:
    """The triples of a fact, sorted; `issued` is the date of its document, as far as it is known.

    Raises:
        DefinitionError: no statement is defined for the fact's property; the message names it.
    """
    writer = _WRITERS.get((fact.kind, fact.property))
    if writer is None:
        raise DefinitionError(f"{fact.rule}: gives `{fact.kind} {fact.property}`, for which the graph has no statement")
    try:
        subject = node(iris.flat(fact.subject))
        found = {*of_subject(fact, subject), *writer(fact, subject, issued)}
    except ValueError as error:
        raise DefinitionError(
            f"{fact.rule}: gives `{fact.subject} | {fact.property} | {fact.value}`, which cannot be stated ({error})"
        ) from None
    return sorted(found, key=str)


def _literal(property_: str, make: Callable[[str], ox.Literal]) -> Callable[[Fact, ox.NamedNode, str | None], Triples]:
    def write(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
        yield ox.Triple(subject, gov(property_), make(fact.value))

    return write


def _foreseen(
    property_: str, planned: str, make: Callable[[str], ox.Literal]
) -> Callable[[Fact, ox.NamedNode, str | None], Triples]:
    """A value of a session; where it is announced, also as a plan, which stays true when it is changed."""

    def write(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
        yield ox.Triple(subject, gov(property_), make(fact.value))
        if fact.details.get("hosting") == "announced":
            yield ox.Triple(subject, gov(planned), make(fact.value))

    return write


def _host_city(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    place, described = of_place(fact.value)
    yield from described
    yield ox.Triple(subject, gov("hostCity"), place)
    if fact.details.get("hosting") == "announced":
        yield ox.Triple(subject, gov("plannedCity"), place)


def _city(property_: str) -> Callable[[Fact, ox.NamedNode, str | None], Triples]:
    def write(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
        place, described = of_place(fact.value)
        yield from described
        yield ox.Triple(subject, gov(property_), place)

    return write


def _host_country(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    host, described = of_country(fact.value)
    yield from described
    yield ox.Triple(subject, gov("hostCountry"), host)
    status = fact.details.get("hosting")
    if status:
        designation = node(f"{subject.value}/designation/{fact.value}")
        yield ox.Triple(designation, TYPE, gov("HostDesignation"))
        yield ox.Triple(designation, gov("forSession"), subject)
        yield ox.Triple(designation, gov("designates"), host)
        yield ox.Triple(designation, gov("hostingStatus"), gov(status))


def _event_country(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    where, described = of_country(fact.value)
    yield from described
    yield ox.Triple(subject, gov("eventCountry"), where)


def _next(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    series = fact.subject.partition(":")[2].rpartition("/")[0]
    yield from of_session(series, fact.value)
    yield ox.Triple(subject, gov("nextSession"), node(iris.session(series, fact.value)))


def _day(property_: str) -> Callable[[Fact, ox.NamedNode, str | None], Triples]:
    def write(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
        yield ox.Triple(subject, gov(property_), moment(fact.value))
        if "weekday" in fact.details:
            yield ox.Triple(subject, gov(f"{property_}OfWeek"), integer(fact.details["weekday"]))

    return write


def _year_before(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    series, _, ordinal = fact.value.rpartition("/")
    yield from of_session(series, ordinal)
    yield ox.Triple(subject, gov("yearBefore"), node(iris.session(series, ordinal)))


def _count(property_: str, kind: str, dated: bool) -> Callable[[Fact, ox.NamedNode, str | None], Triples]:
    def write(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
        yield ox.Triple(subject, gov(property_), integer(fact.value))
        as_of = fact.details.get("asOf") or (issued if dated else None)
        count = node(f"{subject.value}/count/{iris.slug(kind)}/{fact.value}" + (f"/{as_of}" if as_of else ""))
        yield ox.Triple(count, TYPE, gov("Count"))
        yield ox.Triple(count, gov("countOf"), subject)
        yield ox.Triple(count, gov("counts"), gov(kind))
        yield ox.Triple(count, gov("value"), integer(fact.value))
        if as_of:
            yield ox.Triple(count, gov("asOf"), moment(as_of))
        if fact.details.get("qualifier"):
            yield ox.Triple(count, gov("qualifier"), gov(fact.details["qualifier"]))
            yield ox.Triple(count, gov("qualifierText"), text(fact.details.get("qualifier-text", "")))

    return write


def _handover(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    taker, described = of_country(fact.value)
    handover = node(f"{subject.value}/handover/{fact.value}")
    yield from described
    yield ox.Triple(handover, TYPE, gov("HostHandover"))
    yield ox.Triple(handover, gov("atSession"), subject)
    yield ox.Triple(handover, gov("handedTo"), taker)
    if fact.details.get("giver"):
        giver, described = of_country(fact.details["giver"])
        yield from described
        yield ox.Triple(handover, gov("handedFrom"), giver)


def _tenure(shortcut: str | None, status: str) -> Callable[[Fact, ox.NamedNode, str | None], Triples]:
    def write(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
        office, described = of_office(fact.value)
        yield from described
        if shortcut:
            yield ox.Triple(subject, gov(shortcut), office)
        person = subject.value.rpartition("/")[2]
        start, end = fact.details.get("from"), fact.details.get("to")
        tenure = node(f"{office.value}/held-by/{person}")
        yield ox.Triple(tenure, TYPE, gov("Tenure"))
        yield ox.Triple(tenure, gov("holder"), subject)
        yield ox.Triple(tenure, gov("ofOffice"), office)
        if start:
            yield ox.Triple(tenure, gov("from"), moment(start))
        if end:
            yield ox.Triple(tenure, gov("to"), moment(end))
        if not start and not end:
            yield ox.Triple(tenure, gov("tenureStatus"), gov(status))
            if issued and len(issued) == 10 and status == "current":
                yield ox.Triple(tenure, gov("observedOn"), moment(issued))

    return write


def _elected(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    office, described = of_office(fact.value)
    yield from described
    person = subject.value.rpartition("/")[2]
    election = node(f"{office.value}/election/{person}")
    yield ox.Triple(election, TYPE, gov("Election"))
    yield ox.Triple(election, gov("electionStatus"), gov("heldElection"))
    yield ox.Triple(election, gov("electedTo"), office)
    yield ox.Triple(election, gov("elected"), subject)
    yield from _at_session(election, fact)


def _at_session(subject: ox.NamedNode, fact: Fact, predicate: str = "atSession") -> Triples:
    at = fact.details.get("session")
    if at:
        series, _, ordinal = at.rpartition("/")
        yield from of_session(series, ordinal)
        yield ox.Triple(subject, gov(predicate), node(iris.session(series, ordinal)))


def _planned_election(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    office, described = of_office(fact.value)
    yield from described
    election = node(f"{subject.value}/election/{iris.slug(fact.value.rpartition('|')[0])}/planned")
    yield ox.Triple(election, TYPE, gov("Election"))
    yield ox.Triple(election, gov("electionStatus"), gov("planned"))
    yield ox.Triple(election, gov("electedTo"), office)
    yield ox.Triple(election, gov("atSession"), subject)


def _adopted(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    decision = node(f"{subject.value}/decision/{iris.slug(fact.value)}")
    opens = plain(fact.value).split(" ")[0]
    if opens in word_classes()["resolutions"]:
        kind = "Resolution"
    else:
        kind = "Endorsement" if plain(fact.details.get("verb", "")) in word_classes()["endorse"] else "Decision"
    yield from typed(decision, kind, fact.value)
    yield ox.Triple(decision, gov("decisionText"), text(fact.value))
    yield ox.Triple(decision, gov("decidedBy"), subject)


def _topic(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    topic = node(iris.thing(f"topic/{iris.slug(fact.value)}"))
    yield from typed(topic, "Topic", fact.value)
    yield ox.Triple(subject, gov("discusses"), topic)


def _admitted(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    member, described = of_country(fact.value)
    yield from described
    yield ox.Triple(subject, gov("hasMember"), member)
    admission = node(f"{subject.value}/admission/{fact.value}")
    yield ox.Triple(admission, TYPE, gov("Admission"))
    yield ox.Triple(admission, gov("admits"), member)
    yield ox.Triple(admission, gov("admittedTo"), subject)
    yield from _at_session(admission, fact)
    membership = node(f"{subject.value}/member/{fact.value}")
    yield ox.Triple(membership, TYPE, gov("CountryMembership"))
    yield ox.Triple(membership, gov("member"), member)
    yield ox.Triple(membership, gov("memberOf"), subject)


def _recognised(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    who, described = of_country(fact.value)
    yield from described
    recognition = node(f"{subject.value}/recognition/{fact.value}")
    yield ox.Triple(recognition, TYPE, gov("Recognition"))
    yield ox.Triple(recognition, gov("recognizedBy"), who)
    yield ox.Triple(recognition, gov("recognizes"), subject)
    if fact.details.get("ordinal"):
        yield ox.Triple(recognition, gov("recognitionOrdinal"), integer(fact.details["ordinal"]))
    yield from _at_session(recognition, fact)


def _said(fact: Fact, subject: ox.NamedNode, issued: str | None) -> Triples:
    words = fact.details.get("words", fact.value)
    digest = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12]
    statement = node(f"{subject.value}/statement/{digest}")
    yield ox.Triple(statement, TYPE, gov("Statement"))
    yield ox.Triple(statement, gov("speaker"), subject)
    yield ox.Triple(statement, gov("words"), text(words))
    yield from _at_session(statement, fact, "occasion")


_WRITERS: dict[tuple[str, str], Callable[[Fact, ox.NamedNode, str | None], Triples]] = {
    ("session", "year"): _foreseen("year", "plannedYear", moment),
    ("session", "start"): _foreseen("start", "plannedStart", moment),
    ("session", "end"): _foreseen("end", "plannedEnd", moment),
    ("session", "startDay"): _day("startDay"),
    ("session", "endDay"): _day("endDay"),
    ("session", "yearBefore"): _year_before,
    ("session", "city"): _host_city,
    ("session", "country"): _host_country,
    ("session", "participants"): _count("participants", "participantCount", dated=False),
    ("session", "countriesRepresented"): _count("countriesRepresented", "countriesRepresentedCount", dated=False),
    ("session", "next"): _next,
    ("session", "handover"): _handover,
    ("session", "plannedElection"): _planned_election,
    ("session", "adopted"): _adopted,
    ("session", "topic"): _topic,
    ("org", "memberCount"): _count("memberCount", "memberCountries", dated=True),
    ("org", "admitted"): _admitted,
    ("instrument", "recognitionCount"): _count("recognitionTotal", "recognitionCount", dated=True),
    ("instrument", "recognizedBy"): _recognised,
    ("person", "holds"): _tenure("holds", "current"),
    ("person", "held"): _tenure("held", "former"),
    ("person", "tenure"): _tenure(None, "current"),
    ("person", "elected"): _elected,
    ("person", "said"): _said,
    ("agreement", "type"): _literal("agreementType", text),
    ("event", "year"): _literal("year", moment),
    ("event", "city"): _city("eventCity"),
    ("event", "country"): _event_country,
    ("body", "meetsEvery"): _literal("meetsEvery", text),
    ("body", "decisionRule"): _literal("decisionRule", text),
    ("body", "votesPerMember"): _literal("votesPerMember", integer),
    ("body", "role"): _literal("role", text),
    ("body", "composedOf"): _literal("composedOf", text),
    ("body", "elects"): _literal("elects", text),
}
