"""What the graph says of a thing that a fact names: its type, its label, whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from govgraph.errors import DefinitionError
from govgraph.graph import iris
from govgraph.graph.names import main_name
from govgraph.graph.terms import ALTERNATIVE, LABEL, TYPE, boolean, gov, integer, node, text
from govgraph.reading.facts import Fact
from govgraph.reading.gazetteer import country_names

Triples = Iterator[ox.Triple]
_ENGLISH_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def typed(subject: ox.NamedNode, kind: str, label: str) -> Triples:
    """A class of the ontology and a label."""
    yield ox.Triple(subject, TYPE, gov(kind))
    yield ox.Triple(subject, LABEL, text(label))


def _named(subject: ox.NamedNode, kind: str, name: str) -> Triples:
    """The main name as label, and what the text writes beside it."""
    known = main_name(kind.lower(), name)
    yield from typed(subject, kind, known)
    if known != name:
        yield ox.Triple(subject, ALTERNATIVE, text(name))


def of_subject(fact: Fact, subject: ox.NamedNode) -> Triples:
    """What a fact's subject is, for each kind of subject."""
    name = fact.subject.partition(":")[2]
    if fact.kind == "session":
        yield from of_session(*name.rpartition("/")[::2])
    elif fact.kind == "org":
        yield from _organisation(name)
    elif fact.kind == "body":
        yield from _body(name)
    elif fact.kind == "agreement":
        yield from typed(subject, "Agreement", " and ".join(name.split("+")))
        for party in name.split("+"):
            other, described = _party(party)
            yield ox.Triple(subject, gov("party"), other)
            yield from described
    else:
        yield from _named(subject, {"person": "Person", "instrument": "Instrument", "event": "Event"}[fact.kind], name)
        read = fact.details.get("read", "").partition(" | ")[0]  # before people merged it
        if read.startswith(f"{fact.kind}:") and read != fact.subject:
            yield ox.Triple(subject, ALTERNATIVE, text(read.partition(":")[2]))


def of_session(series: str, ordinal: str) -> Triples:
    """A session of a series, by its number, and the body or the organisation that it is a session of."""
    subject = node(iris.session(series, ordinal))
    found = iris.find_series(series)
    number = int(ordinal)
    ending = "th" if number % 100 in (11, 12, 13) else _ENGLISH_ENDINGS.get(number % 10, "th")
    yield ox.Triple(subject, TYPE, gov("Session"))
    yield ox.Triple(subject, gov("ordinal"), integer(number))
    if found:
        body, series = found[1], found[0].session_name
        label = body.named.name if body.named.name.startswith(series) else f"{series} {body.named.name}"
        yield ox.Triple(subject, LABEL, text(f"{number}{ending} {label}"))
        yield ox.Triple(subject, gov("sessionOf"), node(iris.rebased(body.named.iri)))
        yield from _body(f"{series}/{body.named.name}")
    else:
        yield ox.Triple(subject, LABEL, text(f"{number}{ending} session of {series}"))
        yield ox.Triple(subject, gov("sessionOf"), node(iris.organisation(series)))
        yield from _organisation(series)


def _organisation(name: str) -> Triples:
    profile = iris.find_profile(name)
    subject = node(iris.organisation(name))
    yield from typed(subject, "Organization", profile.named.name if profile else name)
    if not profile:
        yield ox.Triple(subject, gov("unprofiled"), boolean(True))


def _body(name: str) -> Triples:
    owner, _, label = name.partition("/")
    found = iris.find_series(owner)
    subject = node(iris.body(name))
    yield from typed(subject, "Body", label)
    yield ox.Triple(subject, gov("bodyOf"), node(iris.organisation(found[0].short if found else owner)))
    yield from _organisation(found[0].short if found else owner)


@cache
def _codes_by_name() -> dict[str, str]:
    return {name: code for code, name in country_names().items()}


def of_country(code: str) -> tuple[ox.NamedNode, list[ox.Triple]]:
    """A country and what it is, by its ISO 3166-1 alpha-2 code.

    Raises:
        DefinitionError: there is no country of that code.
    """
    if not iris.is_country_code(code):
        raise DefinitionError(f"`{code}` is no country; write its ISO 3166-1 alpha-2 code")
    subject = node(iris.country(code))
    described = list(typed(subject, "Country", country_names().get(code, code)))
    described.append(ox.Triple(subject, gov("countryCode"), text(code)))
    return subject, described


def _party(name: str) -> tuple[ox.NamedNode, list[ox.Triple]]:
    code = _codes_by_name().get(name)
    if code:
        return of_country(code)
    return node(iris.organisation(name)), list(_organisation(name))


def of_place(name: str) -> tuple[ox.NamedNode, list[ox.Triple]]:
    """A city or another place and what it is."""
    subject = node(iris.named("place", name))
    return subject, list(_named(subject, "Place", name))


def of_office(value: str) -> tuple[ox.NamedNode, list[ox.Triple]]:
    """An office, written `name|owner`, and what it is an office of: a country by its code, or an organisation."""
    name, _, owner = value.rpartition("|")
    subject = node(iris.office(name, owner))
    described = list(typed(subject, "Office", name))
    if iris.is_country_code(owner):
        of, of_described = of_country(owner)
    else:
        of, of_described = node(iris.organisation(owner)), list(_organisation(owner))
    profile = iris.find_profile(owner)
    listed = profile and any(iris.rebased(one.iri) == subject.value for one in profile.offices)
    if not listed:  # the profile itself says whose office it is: the organisation's or one of its organs'
        described.append(ox.Triple(subject, gov("officeOf"), of))
    return subject, described + of_described
