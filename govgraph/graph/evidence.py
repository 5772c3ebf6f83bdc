"""Where each triple comes from: a named graph for each sentence or row, and what describes it (PROV-O, Web Annotation).

A sentence's triples lie in the graph `<document>#char=start,end` (RFC 5147), a row's in `<document>#row=line` (RFC 7111).
The document, its sentences and the readings of them are described in the graph that has the document's own IRI.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import metadata

import pyoxigraph as ox

from govgraph.documents.document import Document, Span
from govgraph.graph import iris
from govgraph.graph.statements import triples
from govgraph.graph.terms import LABEL, TYPE, boolean, gov, in_graph, integer, moment, node, text
from govgraph.reading.facts import Fact
from govgraph.reading.tables import TableRow

_DCTERMS = iris.PREFIXES["dcterms"]
_PROV = iris.PREFIXES["prov"]
_OF_REVIEWS = ("decision", "read", "read-by")  # details that have terms of their own


@dataclass(frozen=True)
class Source:
    """A document or table with the facts that were read from it, ready to be stated; `rows` only for a table.

    What people `rejected` is described as it was read, and not stated.
    """

    document: Document
    facts: Sequence[Fact]
    loader: str
    rows: Sequence[TableRow] = ()
    rejected: Sequence[Fact] = ()

    @cached_property
    def quads(self) -> list[ox.Quad]:
        """All that the source adds to the graph, sorted and without duplicates.

        Raises:
            DefinitionError: a fact cannot be stated.
        """
        found = {quad for part in (_statements(self), _description(self), _readings(self)) for quad in part}
        return sorted(found, key=quad_order)

    @cached_property
    def lines(self) -> dict[Span, int]:
        """The line of each row of a table."""
        return {row.span: row.line for row in self.rows}

    @property
    def iri(self) -> str:
        """The document's IRI."""
        return iris.document(self.document.sha256)


@cache
def version() -> str:
    """The version of govgraph that reads."""
    return metadata.version("govgraph")


def quad_order(quad: ox.Quad) -> tuple[str, str, str, str]:
    """The order of quads in everything that is written: by graph, subject, predicate, object."""
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def reading_iri(document: str, fact: Fact) -> str:
    """The IRI of a reading: made from what was read and where."""
    parts = (*fact.key, fact.rule, str(fact.words.start), str(fact.words.end), str(fact.sentence.start))
    return f"{document}/reading/{hashlib.sha256(chr(31).join(parts).encode('utf-8', 'replace')).hexdigest()[:12]}"


def _graph(source: Source, span: Span) -> ox.NamedNode:
    line = source.lines.get(span)
    if line is not None:
        return node(iris.row(source.iri, line))
    return node(iris.sentence(source.iri, span.start, span.end))


def _statements(source: Source) -> Iterator[ox.Quad]:
    for fact in source.facts:
        graph = _graph(source, fact.sentence)
        for triple in triples(fact, source.document.metadata.issued):
            yield in_graph(triple, graph)


def _description(source: Source) -> Iterator[ox.Quad]:
    document, graph = source.document, node(source.iri)
    loader = node(f"{iris.base()}loader/{source.loader}/{version()}")

    def say(subject: ox.NamedNode, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> ox.Quad:
        return ox.Quad(subject, predicate, value, graph)

    yield say(graph, TYPE, gov("Document"))
    yield say(graph, gov("sha256"), text(document.sha256))
    yield say(graph, gov("fileName"), text(document.name))
    yield say(graph, gov("identifiedBy"), text(document.key))
    yield say(graph, node(_DCTERMS + "title"), text(document.title))
    about = document.metadata
    if about.issued:
        yield say(graph, node(_DCTERMS + "issued"), moment(about.issued))
    if about.publisher:
        yield say(graph, node(_DCTERMS + "publisher"), text(about.publisher))
    if about.source:
        yield say(graph, node(_DCTERMS + "source"), node(about.source))
    if about.reworded:
        yield say(graph, gov("reworded"), boolean(True))
    yield say(loader, TYPE, gov("Loader"))
    yield say(loader, LABEL, text(f"govgraph {source.loader} loader {version()}"))
    yield say(loader, gov("version"), text(version()))
    if source.rows:
        yield from (quad for row in _used_rows(source) for quad in _row(source, row, loader))
    else:
        for span in _used_spans([*source.facts, *source.rejected]):
            sentence = _graph(source, span)
            yield say(sentence, TYPE, gov("SentenceGraph"))
            yield say(sentence, gov("inDocument"), graph)
            yield say(sentence, node(_PROV + "wasQuotedFrom"), graph)
            yield say(sentence, gov("exact"), text(document.text[span.start : span.end]))
            yield say(sentence, gov("startOffset"), integer(span.start))
            yield say(sentence, gov("endOffset"), integer(span.end))
            yield say(sentence, node(_PROV + "wasGeneratedBy"), loader)


def _row(source: Source, row: TableRow, loader: ox.NamedNode) -> Iterator[ox.Quad]:
    graph, subject = node(source.iri), node(iris.row(source.iri, row.line))
    yield ox.Quad(subject, TYPE, gov("RowGraph"), graph)
    yield ox.Quad(subject, gov("inDocument"), graph, graph)
    yield ox.Quad(subject, gov("row"), integer(row.line), graph)
    yield ox.Quad(subject, gov("exact"), text(source.document.text[row.span.start : row.span.end]), graph)
    yield ox.Quad(subject, node(_PROV + "wasGeneratedBy"), loader, graph)
    if row.source:
        yield ox.Quad(subject, node(_PROV + "hadPrimarySource"), node(row.source), graph)


def _used_spans(facts: Iterable[Fact]) -> list[Span]:
    spans = {span for fact in facts for span in (fact.sentence, *fact.support)}
    return sorted(spans, key=lambda span: (span.start, span.end))


def _used_rows(source: Source) -> list[TableRow]:
    used = set(_used_spans([*source.facts, *source.rejected]))
    return [row for row in source.rows if row.span in used]


def _readings(source: Source) -> Iterator[ox.Quad]:
    for fact in (*source.facts, *source.rejected):
        quote = source.document.text[fact.words.start : fact.words.end]
        support = [_graph(source, span) for span in fact.support]
        sentence = _graph(source, fact.sentence)
        yield from reading_quads(source.iri, fact, quote, sentence, support, rejected=fact in source.rejected)


def reading_quads(
    document: str,
    fact: Fact,
    quote: str,
    sentence: ox.NamedNode,
    support: Iterable[ox.NamedNode],
    rejected: bool = False,
) -> Iterator[ox.Quad]:
    """The description of one reading, in the graph of its document (given by its IRI); a `rejected` one is about nothing."""
    graph, reading = node(document), node(reading_iri(document, fact))
    details = {name: value for name, value in sorted(fact.details.items()) if name not in _OF_REVIEWS}
    said = {
        "factSubject": text(fact.subject),
        "factProperty": text(fact.property),
        "factValue": text(fact.value),
        "factStatus": text(fact.status),
        "quoteText": text(quote),
        "quoteStart": integer(fact.words.start),
        "quoteEnd": integer(fact.words.end),
        "pattern": text(fact.rule),
    }
    for name, detail in (("factAsRead", "read"), ("patternAsRead", "read-by")):
        if detail in fact.details:
            said[name] = text(fact.details[detail])
    yield ox.Quad(reading, TYPE, gov("RejectedReading" if rejected else "Reading"), graph)
    yield ox.Quad(reading, gov("inGraph"), sentence, graph)
    if not rejected:
        yield ox.Quad(sentence, gov("pattern"), text(fact.rule), graph)
        yield ox.Quad(reading, gov("about"), node(iris.flat(fact.subject)), graph)
    for name, value in said.items():
        yield ox.Quad(reading, gov(name), value, graph)
    if details:
        yield ox.Quad(reading, gov("factDetails"), text(json.dumps(details, ensure_ascii=False)), graph)
    for decision in fact.details.get("decision", "").split():
        yield ox.Quad(reading, gov("reviewedBy"), node(decision), graph)
    for other in support:
        yield ox.Quad(reading, gov("restsOn"), other, graph)
