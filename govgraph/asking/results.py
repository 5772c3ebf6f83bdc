"""Answers as a person or a program wants them: tables, CSV, TSV, JSON, XML, Markdown; RDF for what a query constructs."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.errors import QueryError
from govgraph.graph import iris
from govgraph.graph.exports import RDF_FORMATS, write_triples

SOLUTION_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
FORMATS = ("table", "markdown", *SOLUTION_FORMATS)


@dataclass(frozen=True)
class Table:
    """Rows of cells as text, under column names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_table(solutions: ox.QuerySolutions) -> Table:
    """The solutions of a SELECT query, IRIs as CURIEs."""
    columns = tuple(variable.value for variable in solutions.variables)
    rows = tuple(tuple(shown(solution[column]) for column in columns) for solution in solutions)
    return Table(columns, rows)


def shown(term: object) -> str:
    """A term as a person reads it."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term)


def shorten(iri: str) -> str:
    """An IRI as a CURIE, where a prefix fits; the digest in a document's address is cut to eight characters."""
    best = ""
    for prefix, namespace in iris.prefixes().items():
        if iri.startswith(namespace) and len(namespace) > len(best):
            best, short = namespace, f"{prefix}:{iri[len(namespace) :]}"
    if not best:
        return iri
    kind, _, local = short.partition(":")
    if kind == "document" and len(local) >= 64:
        return f"document:{local[:8]}…{local[64:]}"
    return short


def markdown(table: Table) -> str:
    """The table in Markdown."""
    lines = ["| " + " | ".join(table.columns) + " |", "|" + " --- |" * len(table.columns)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def serialize(answer: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean | list[ox.Triple], format_: str | None) -> bytes:
    """An answer in one of `SOLUTION_FORMATS` or `markdown`; in an RDF format where the query constructs triples.

    Raises:
        QueryError: the format does not fit the query.
    """
    if isinstance(answer, ox.QueryTriples | list):
        chosen = format_ or "turtle"
        if chosen not in RDF_FORMATS:
            raise QueryError(f"{chosen}: this query constructs triples; choose one of {', '.join(RDF_FORMATS)}")
        return write_triples(answer, chosen)
    if isinstance(answer, ox.QueryBoolean):
        if format_ in ("json", "xml"):
            return answer.serialize(format=SOLUTION_FORMATS[format_]) or b""
        return b"true\n" if answer else b"false\n"
    if format_ in SOLUTION_FORMATS:
        return (answer.serialize(format=SOLUTION_FORMATS[format_]) or b"").replace(b"\r\n", b"\n")
    if format_ == "markdown":
        return markdown(as_table(answer)).encode()
    raise QueryError(f"{format_}: this query answers with a table; choose one of {', '.join(FORMATS)}")
