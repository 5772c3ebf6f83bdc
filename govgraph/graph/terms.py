"""RDF terms as the graph writes them."""

from __future__ import annotations

import re

import pyoxigraph as ox

from govgraph.graph.iris import PREFIXES
from govgraph.reading.profiles import GOV

TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
ALTERNATIVE = ox.NamedNode(PREFIXES["skos"] + "altLabel")
_XSD = PREFIXES["xsd"]


def gov(name: str) -> ox.NamedNode:
    """A term of the govgraph ontology."""
    return ox.NamedNode(GOV + name)


def node(iri: str) -> ox.NamedNode:
    """A thing by its IRI."""
    return ox.NamedNode(iri)


def in_graph(triple: ox.Triple, graph: ox.NamedNode) -> ox.Quad:
    """A triple as the quad of a graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def text(value: str) -> ox.Literal:
    """A plain string, kept to the character."""
    return ox.Literal(value)


def integer(value: str | int) -> ox.Literal:
    """A whole number."""
    return ox.Literal(str(int(value)), datatype=ox.NamedNode(_XSD + "integer"))


def boolean(value: bool) -> ox.Literal:
    """True or false."""
    return ox.Literal("true" if value else "false", datatype=ox.NamedNode(_XSD + "boolean"))


def moment(value: str) -> ox.Literal:
    """A day, a month or a year, by how it is written: `2013-10-24`, `2013-10`, `2013`, and `--10-24` for a day of any year."""
    kind = "gMonthDay" if value.startswith("--") else {10: "date", 7: "gYearMonth", 4: "gYear"}.get(len(value))
    if kind is None or not re.fullmatch(r"[\d-]+", value):
        return ox.Literal(value)
    return ox.Literal(value, datatype=ox.NamedNode(_XSD + kind))
