"""What the tests of the graph share: the repository's folders, statements of a text, and what an IRI may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from click.testing import CliRunner

from govgraph.commands import main

REPOSITORY = Path(__file__).parents[2]
DATA = REPOSITORY / "data"
GOV = "https://w3id.org/govgraph/ontology#"
BASE = "https://w3id.org/govgraph/"
HEAD = """
@base <https://w3id.org/govgraph/id/> .
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# RFC 3987: a scheme, and then none of the characters that an IRI may not hold.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]*")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def is_valid_iri(iri: str) -> bool:
    """Whether an absolute IRI holds allowed characters only, and `%` only before two hexadecimal digits."""
    return bool(_IRI.fullmatch(iri)) and not _PERCENT.search(iri)


def iris_of(quad: ox.Quad) -> Iterable[str]:
    """All IRIs in a quad, that of a literal's datatype too."""
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, ox.NamedNode):
            yield term.value
        elif isinstance(term, ox.Literal):
            yield term.datatype.value


def has_blank_node(quad: ox.Quad) -> bool:
    """Whether a quad has a blank node anywhere."""
    return any(isinstance(term, ox.BlankNode) for term in (quad.subject, quad.object, quad.graph_name))


def extracted(source: str, text: str | None = None) -> list[ox.Quad]:
    """What `govgraph extract` makes of a file, or of a text given as standard input (`-`)."""
    result = CliRunner().invoke(main, ["extract", source, "--format", "nquads"], input=text)
    assert result.exit_code == 0, result.stderr
    return list(ox.parse(result.stdout_bytes, format=ox.RdfFormat.N_QUADS))


def in_sentences(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
    """The triples that lie in the graphs of sentences and rows."""
    return {quad.triple for quad in quads if isinstance(quad.graph_name, ox.NamedNode) and "#" in quad.graph_name.value}


def turtle(text: str) -> set[ox.Triple]:
    """Triples written by hand; `<interpol>` is short for the IRI below `id/`."""
    return {quad.triple for quad in ox.parse(HEAD + text, format=ox.RdfFormat.TURTLE)}


def lines(triples: Iterable[ox.Triple]) -> list[str]:
    """Triples as sorted lines, so that a difference is easy to read."""
    return sorted(str(triple) for triple in triples)
