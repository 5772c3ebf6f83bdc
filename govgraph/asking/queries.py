"""Competency questions: SPARQL files with a header that says what they ask, what they take and what they answer."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import QueryError, UnknownThingError
from govgraph.graph import iris
from govgraph.graph.store import GraphStore
from govgraph.resources import resource

_PARAMETER = re.compile(r"#   (\w+)(?: \((date|integer|text|term)\))?: (.*)\Z")
_COLUMN = re.compile(r"#   (\w+): (.*)\Z")
_DEFAULT = re.compile(r"\s*\(default: (\S+)\)\Z")
# A $name that stands in no string, IRI or comment.
_PLACE = re.compile(r'"(?:[^"\\\n]|\\.)*"|<[^<>"{}|^`\\\s]*>|#[^\n]*|\$(\w+)')
_LITERAL = re.compile(r"[\"'+-]|[.0-9]|(?:true|false)\Z")
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query takes: an IRI unless `kind` says date, integer, text or term (an IRI or a literal)."""

    name: str
    kind: str
    about: str
    default: str | None


@dataclass(frozen=True)
class Query:
    """A query with its header; one given by the user has neither question nor parameters."""

    name: str
    sparql: str
    question: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: Mapping[str, str] | None = None
    example: str = ""


@cache
def queries() -> Mapping[str, Query]:
    """The queries that ship with govgraph, by name."""
    return {file.stem: read_query(file) for file in sorted(resource("queries").glob("*.rq"))}


def read_query(file: Path) -> Query:
    """The query in a file.

    Raises:
        QueryError: the file is missing or is no UTF-8.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise QueryError(f"{file}: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise QueryError(f"{file}: is no UTF-8; save it as UTF-8") from None
    return parse_query(text, file.stem)


def parse_query(text: str, name: str) -> Query:
    """A query from its text, header and all."""
    question, example, section = "", "", ""
    parameters: list[Parameter] = []
    columns: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if line.startswith("# "):
            section = line[2:].partition(":")[0] if not line.startswith("#   ") else section
        if line.startswith("# question:"):
            question = line.partition(":")[2].strip()
        elif line.startswith("# example:"):
            example = line.partition(":")[2].strip()
        elif section == "parameters" and (found := _PARAMETER.match(line)):
            default = _DEFAULT.search(found[3])
            about = _DEFAULT.sub("", found[3])
            parameters.append(Parameter(found[1], found[2] or "iri", about, default[1] if default else None))
        elif section == "columns" and (found := _COLUMN.match(line)):
            columns[found[1]] = found[2]
    return Query(name, text, question, tuple(parameters), columns, example)


def find_query(name: str) -> Query:
    """A shipped query by name, or the one in a file.

    Raises:
        QueryError: there is neither; the message names the nearest.
    """
    if name in queries():
        return queries()[name]
    if Path(name).is_file():
        return replace(read_query(Path(name)), name=name)
    if name.endswith(".rq") or "/" in name:
        raise QueryError(f"{name}: no such file; check the path, or list the queries with `govgraph query`")
    near = difflib.get_close_matches(name, queries(), 1, 0.4)
    hint = f"did you mean `{near[0]}`?" if near else "list them with `govgraph query`"
    raise QueryError(f"{name}: no query of this name; {hint}")


def bind(query: Query, settings: Mapping[str, str]) -> str:
    """The SPARQL text with its parameters as terms; one without value stays a free variable.

    Raises:
        QueryError: a setting is no parameter of the query, or is not of its kind.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in settings:
        if name not in known and not re.search(rf"\${re.escape(name)}\b", query.sparql):
            names = ", ".join(known) or "none"
            raise QueryError(f"{query.name}: `{name}` is no parameter; it takes {names}")
    terms: dict[str, str] = {}
    for name in {*known, *settings}:
        parameter = known.get(name, Parameter(name, "term", "", None))
        value = settings.get(name, parameter.default)
        if value is not None:
            terms[name] = _term(parameter, value, query.name)
    bound = _PLACE.sub(lambda found: terms.get(found[1] or "", found[0]), query.sparql)
    # The prefixes of things, graphs and documents depend on the base; they go before the first line, so that the numbers of
    # lines in messages stay as they are.
    head = "".join(
        f"PREFIX {prefix}: <{iris.prefixes()[prefix]}> "
        for prefix in ("id", "graph", "document")
        if f"{prefix}:" in bound and not re.search(rf"\bPREFIX\s+{prefix}:", bound, re.IGNORECASE)
    )
    return head + bound


def _term(parameter: Parameter, value: str, query: str) -> str:
    if parameter.kind == "integer":
        if not re.fullmatch(r"[+-]?\d+", value):
            raise QueryError(f"{query}: {parameter.name}={value} is no whole number")
        return str(int(value))
    if parameter.kind == "date":
        try:
            date.fromisoformat(value if len(value) == 10 else "")
        except ValueError:
            raise QueryError(f"{query}: {parameter.name}={value} is no date; write it like 2013-10-24") from None
        return str(ox.Literal(value, datatype=ox.NamedNode(iris.PREFIXES["xsd"] + "date")))
    if parameter.kind == "text":
        return str(ox.Literal(value))
    try:
        if parameter.kind == "term" and _LITERAL.match(value):
            return str(_turtle_literal(value))
        return str(ox.NamedNode(iris.expand(value)))
    except SyntaxError:
        raise QueryError(
            f'{query}: {parameter.name}={value} is no literal; write it as in Turtle, like "words" or 82'
        ) from None
    except (UnknownThingError, ValueError) as error:
        raise QueryError(f"{query}: {parameter.name}={value}: {error}") from None


def _turtle_literal(value: str) -> ox.Literal:
    """A literal as Turtle writes it: `"words"@en`, `"2013"^^xsd:gYear`, `82`, `true`."""
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in iris.prefixes().items())
    quads = list(ox.parse(f"{head}<urn:s> <urn:p> {value} .".encode(), format=ox.RdfFormat.TURTLE))
    if len(quads) != 1 or not isinstance(quads[0].object, ox.Literal):
        raise ValueError("is no single literal")
    return quads[0].object


def run(store: GraphStore, query: Query, settings: Mapping[str, str]) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
    """The answer to a query.

    Raises:
        QueryError: the query has a syntax error (the message names the line), or a setting is wrong.
    """
    sparql = bind(query, settings)
    if _SERVICE.search(_PLACE.sub(lambda found: found[0] if found[1] else " ", sparql)):
        raise QueryError(f"{query.name}: asks another endpoint (SERVICE), which govgraph does not do; take this part out")
    try:
        return store.query(sparql)
    except SyntaxError as error:
        place = re.search(r"at (\d+):(\d+): (.*)", str(error), re.DOTALL)
        where, problem = (f":{place[1]}", place[3]) if place else ("", str(error))
        raise QueryError(f"{query.name}{where}: is no SPARQL: {' '.join(problem.split())}; mend this line") from None
