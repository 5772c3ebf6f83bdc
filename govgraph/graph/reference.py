"""What the graph knows before any text is read: countries and the profiles of organisations, each in a graph of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import DefinitionError
from govgraph.graph import iris
from govgraph.graph.evidence import quad_order
from govgraph.graph.terms import LABEL, TYPE, gov, node, text
from govgraph.reading.gazetteer import countries
from govgraph.reading.profiles import profile_files
from govgraph.resources import resource

_DCTERMS = iris.PREFIXES["dcterms"]
_NOTATION = node(iris.PREFIXES["skos"] + "notation")
_COUNTRY_SOURCE = "https://unstats.un.org/unsd/methodology/m49/"


def reference_graphs() -> tuple[tuple[str, str, tuple[ox.Quad, ...]], ...]:
    """Each reference graph: its IRI, the SHA-256 of the file behind it, and its quads, sorted."""
    return _graphs(iris.base())


@cache
def _graphs(base: str) -> tuple[tuple[str, str, tuple[ox.Quad, ...]], ...]:
    found = [_countries(resource("data/reference/countries.csv"))]
    found.extend(_profile(file) for file in profile_files())
    return tuple(found)


def _countries(file: Path) -> tuple[str, str, tuple[ox.Quad, ...]]:
    graph = f"{iris.base()}graph/countries"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    quads = {*_description(graph, "Countries, their codes and continents", _COUNTRY_SOURCE, digest)}
    for row in countries():
        subject, continent = (
            node(iris.country(row["code"])),
            node(iris.thing(f"continent/{iris.slug(row['continent'])}")),
        )
        said: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]] = [
            (subject, TYPE, gov("Country")),
            (subject, LABEL, ox.Literal(row["name"], language="en")),
            (subject, gov("countryCode"), text(row["code"])),
            (subject, _NOTATION, text(row["code"])),
            (subject, gov("continent"), continent),
            (continent, TYPE, gov("Continent")),
            (continent, LABEL, ox.Literal(row["continent"], language="en")),
        ]
        quads.update(ox.Quad(one, two, three, node(graph)) for one, two, three in said)
    return graph, digest, tuple(sorted(quads, key=quad_order))


def _profile(file: Path) -> tuple[str, str, tuple[ox.Quad, ...]]:
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    graph = f"{iris.base()}graph/profile/{file.stem}"
    quads = {ox.Quad(node(graph), gov("sha256"), text(digest), node(graph))}
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        subject, value = _rebased(quad.subject), _rebased(quad.object)
        if not isinstance(subject, ox.NamedNode):
            raise DefinitionError(f"{file}: a profile names each thing by an IRI; {quad.subject} is none")
        quads.add(ox.Quad(subject, quad.predicate, value, node(graph)))
    return graph, digest, tuple(sorted(quads, key=quad_order))


def _rebased(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.NamedNode | ox.Literal:
    if isinstance(term, ox.NamedNode):
        iri = term.value
        if iri.startswith(iris.STANDARD_BASE + "graph/"):
            return node(iris.base() + iri.removeprefix(iris.STANDARD_BASE))
        return node(iris.rebased(iri))
    if not isinstance(term, ox.Literal):
        raise DefinitionError(f"a profile names each thing by an IRI; {term} is none")
    return term


def _description(graph: str, title: str, source: str, digest: str) -> Iterator[ox.Quad]:
    subject = node(graph)
    yield ox.Quad(subject, TYPE, gov("ReferenceGraph"), subject)
    yield ox.Quad(subject, node(_DCTERMS + "title"), ox.Literal(title, language="en"), subject)
    yield ox.Quad(subject, node(_DCTERMS + "source"), node(source), subject)
    yield ox.Quad(subject, gov("sha256"), text(digest), subject)
