"""A graph to measure on: organisations with a body, sessions, hosts, officers and counts, a named graph for each sentence.

    python -m benchmarks.generated 100000 > graph.nq

The same number gives the same quads.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator

import pyoxigraph as ox

from govgraph.graph import iris
from govgraph.graph.terms import LABEL, TYPE, gov, integer, moment, node, text

SESSIONS = 60  # of one organisation; with what is said of them some 4,000 quads
COUNTRIES = ("AR", "AU", "BR", "CA", "CL", "CN", "CO", "DE", "EG", "ES", "FR", "GB", "IN", "IT", "JP", "KE", "MA", "NO", "PE")


def quads(number: int) -> Iterator[ox.Quad]:
    """At least this many quads, organisation by organisation."""
    made = organisation = 0
    while made < number:
        for quad in _organisation(organisation):
            yield quad
            made += 1
        organisation += 1


def _organisation(number: int) -> Iterator[ox.Quad]:
    name = f"organisation-{number}"
    own = node(iris.thing(name))
    body, office = node(f"{own.value}/assembly"), node(f"{own.value}/office/president")
    for session in range(1, SESSIONS + 1):
        year = 1960 + session
        document = node(iris.document(hashlib.sha256(f"{name}/{session}".encode()).hexdigest()))
        subject, person = node(f"{body.value}/{session}"), node(iris.thing(f"person/{name}-{session // 4}"))
        host = node(iris.country(COUNTRIES[(number + session) % len(COUNTRIES)]))
        tenure = node(f"{office.value}/held-by/{name}-{session // 4}")
        sentences: list[list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]] = [
            [
                (own, TYPE, gov("Organization")),
                (own, LABEL, text(f"Organisation {number}")),
                (body, TYPE, gov("Body")),
                (body, LABEL, text("Assembly")),
                (body, gov("bodyOf"), own),
                (body, gov("meetsEvery"), text("year")),
                (subject, TYPE, gov("Session")),
                (subject, LABEL, text(f"{session}. session")),
                (subject, gov("sessionOf"), body),
                (subject, gov("ordinal"), integer(session)),
                (subject, gov("year"), moment(str(year))),
                (subject, gov("hostCountry"), host),
                (host, TYPE, gov("Country")),
                (host, LABEL, text(host.value[-2:])),
                (host, gov("countryCode"), text(host.value[-2:])),
                (subject, gov("participants"), integer(300 + session)),
                (subject, gov("start"), moment(f"{year}-10-01")),
                (subject, gov("end"), moment(f"{year}-10-04")),
            ],
            [
                (office, TYPE, gov("Office")),
                (office, LABEL, text("President")),
                (office, gov("officeOf"), own),
                (tenure, TYPE, gov("Tenure")),
                (tenure, gov("holder"), person),
                (tenure, gov("ofOffice"), office),
                (tenure, gov("observedOn"), moment(f"{year}-10-04")),
                (tenure, gov("tenureStatus"), gov("current")),
                (person, TYPE, gov("Person")),
                (person, LABEL, text(f"President {number} {session // 4}")),
                (person, gov("holds"), office),
            ],
        ]
        yield ox.Quad(document, TYPE, gov("Document"), document)
        yield ox.Quad(document, gov("sha256"), text(document.value[-64:]), document)
        yield ox.Quad(document, gov("fileName"), text(f"{name}-{session}.txt"), document)
        yield ox.Quad(document, gov("identifiedBy"), text(f"{name}-{session}.txt"), document)
        yield ox.Quad(document, node(iris.PREFIXES["dcterms"] + "title"), text(f"Session {session}"), document)
        for at, triples in enumerate(sentences):
            graph = node(iris.sentence(document.value, 100 * at, 100 * at + 90))
            words = f"Sentence {at} on session {session} of organisation {number}, which says so.".ljust(90, ".")
            yield ox.Quad(graph, TYPE, gov("SentenceGraph"), document)
            yield ox.Quad(graph, gov("inDocument"), document, document)
            yield ox.Quad(graph, node(iris.PREFIXES["prov"] + "wasQuotedFrom"), document, document)
            yield ox.Quad(graph, gov("exact"), text(words), document)
            yield ox.Quad(graph, gov("startOffset"), integer(100 * at), document)
            yield ox.Quad(graph, gov("endOffset"), integer(100 * at + 90), document)
            for triple in triples:
                yield ox.Quad(*triple, graph)


if __name__ == "__main__":
    for one in quads(int(sys.argv[1])):
        print(f"{one} .")
