"""The flat rows of what the graph holds, each with the words that state it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields

import pyoxigraph as ox

from govgraph.graph import iris
from govgraph.graph.evidence import Source
from govgraph.graph.store import GraphStore
from govgraph.reading.facts import COLUMNS, PREMISES

_QUERY = """
SELECT ?subject ?property ?value ?status ?quote ?document ?start ?end ?rule ?graph WHERE {
  GRAPH ?origin {
    ?reading gov:about ?about ; gov:inGraph ?graph ; gov:factSubject ?subject ; gov:factProperty ?property ;
      gov:factValue ?value ; gov:factStatus ?status ; gov:quoteText ?quote ; gov:quoteStart ?start ; gov:quoteEnd ?end ;
      gov:pattern ?rule .
    ?origin gov:fileName ?document
  }
  %s
} ORDER BY ?subject ?property ?value ?document ?start ?rule
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact as a flat row: `start` and `end` count characters of the document, whose stretch there is `quote`."""

    subject: str
    property: str
    value: str
    status: str
    quote: str
    document: str
    start: int
    end: int
    rule: str


def rows_of(source: Source) -> list[Row]:
    """The rows of a source that was just read, in its order, without the premises for other documents."""
    text = source.document.text
    return [
        Row(
            fact.subject,
            fact.property,
            fact.value,
            fact.status,
            text[fact.words.start : fact.words.end],
            source.document.name,
            fact.words.start,
            fact.words.end,
            fact.rule,
        )
        for fact in source.facts
        if fact.property not in PREMISES
    ]


def facts(store: GraphStore, thing: str | None = None, property_: str | None = None, document: str | None = None) -> list[Row]:
    """The rows in the graph, sorted; of one thing (IRI, CURIE or flat subject), property or document's IRI if given.

    Raises:
        UnknownThingError: `thing` has no such form.
    """
    return [row for row, _ in facts_with_graphs(store, thing, property_, document)]


def facts_with_graphs(
    store: GraphStore, thing: str | None = None, property_: str | None = None, document: str | None = None
) -> list[tuple[Row, str]]:
    """The rows, each with the IRI of the graph of its sentence."""
    narrow = []
    if thing is not None:
        narrow.append(_about(iris.expand(thing)))
    if property_ is not None:
        narrow.append(f"FILTER(?property = {ox.Literal(property_)})")
    if document is not None:
        narrow.append(f"FILTER(?origin = {ox.NamedNode(document)})")
    solutions = store.query(_QUERY % "\n  ".join(narrow))
    assert isinstance(solutions, ox.QuerySolutions)
    found = []
    for solution in solutions:
        cells = {name: solution[name].value for name in (*COLUMNS, "graph")}
        graph = cells.pop("graph")
        start, end = int(cells.pop("start")), int(cells.pop("end"))
        found.append((Row(**cells, start=start, end=end), graph))
    return found


def _about(iri: str) -> str:
    """Facts whose subject is the thing; of a country, those whose value it is."""
    prefix = iris.country("")
    if iri.startswith(prefix) and "/" not in iri[len(prefix) :]:
        code = iri[len(prefix) :]
        return f"FILTER(?value = {ox.Literal(code)} || STRENDS(?value, {ox.Literal('|' + code)}))"
    return f"FILTER(?about = {ox.NamedNode(iri)})"


def as_jsonl(rows: Iterable[Row]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Iterable[Row], kind: type[Row] = Row) -> str:
    """CSV, the fields of `kind` as header; a cell that a spreadsheet would take for a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in fields(kind)])
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in asdict(row).values()])
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell with an apostrophe in front where a spreadsheet would take it for a formula."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
