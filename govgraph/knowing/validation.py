"""Is the graph as its shapes say? SHACL, with whole-graph constraints run once over the store and not once a node.

Core constraints go to pySHACL, or to pyshifty where `govgraph[fast]` is installed. Each `sh:sparql` constraint is run as one
query with `$this` left free and joined to the target class of its shape: the same result (SHACL 1.0, section 5) at a
fraction of the time.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from govgraph.errors import DefinitionError
from govgraph.graph import iris
from govgraph.graph.store import GraphStore
from govgraph.graph.units import with_surroundings
from govgraph.resources import resource

if TYPE_CHECKING:
    import rdflib

SEVERITIES = ("Violation", "Warning", "Info")
_SH = iris.PREFIXES["sh"]
_MESSAGE_FIELD = re.compile(r"\{[?$](\w+)\}")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A result of validation; `path` and `value` are empty where the constraint has none.

    `component` is the kind of constraint (SHACL, section 3.6.2.5).
    """

    severity: str
    shape: str
    focus: str
    path: str
    value: str
    message: str
    component: str = field(default="", compare=False)


@dataclass(frozen=True)
class WholeGraphConstraint:
    """A `sh:sparql` constraint: its shape, the class of its targets, and its query."""

    shape: str
    target: str
    severity: str
    message: str
    select: str


def shape_files() -> list[str]:
    """The shape files that ship with govgraph, sorted."""
    return [str(file) for file in sorted(resource("ontology/shapes").glob("*.ttl"))]


@dataclass(frozen=True)
class Shapes:
    """What a graph is validated against: the whole-graph constraints, and the triples of all others."""

    whole: tuple[WholeGraphConstraint, ...]
    core: tuple[ox.Triple, ...]


@cache
def read_shapes(files: tuple[str, ...] = ()) -> Shapes:
    """The shapes in some Turtle files; those that ship with govgraph, if there are none.

    Raises:
        DefinitionError: a file is no Turtle, or a `sh:sparql` constraint has no target class.
    """
    given: list[ox.Triple] = []
    for file in files or shape_files():
        base = Path(file).absolute().as_uri()
        try:
            given.extend(
                quad.triple for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE, base_iri=base, rename_blank_nodes=True)
            )
        except OSError as error:
            raise DefinitionError(f"{file}: cannot be read ({error.strerror or error})") from None
        except SyntaxError as error:
            raise DefinitionError(f"{file}: is no Turtle: {error}") from None
    store = ox.Store()
    store.bulk_extend(ox.Quad(*triple) for triple in given)
    prefixes = {
        row["prefix"].value: row["namespace"].value
        for row in _rows(store, f"SELECT ?prefix ?namespace {{ ?d <{_SH}prefix> ?prefix ; <{_SH}namespace> ?namespace }}")
    }
    head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(prefixes.items()))
    constraints = []
    for row in _rows(
        store,
        f"""SELECT ?shape ?target ?severity ?message ?select {{
          ?shape <{_SH}sparql> ?constraint . ?constraint <{_SH}select> ?select .
          OPTIONAL {{ ?shape <{_SH}targetClass> ?target }} OPTIONAL {{ ?shape <{_SH}severity> ?severity }}
          OPTIONAL {{ ?constraint <{_SH}message> ?message }} }}""",
    ):
        shape, target = row["shape"].value, row["target"]
        if not isinstance(target, ox.NamedNode):
            raise DefinitionError(f"{shape}: a whole-graph constraint needs a sh:targetClass")
        severity = row["severity"]
        constraints.append(
            WholeGraphConstraint(
                shape,
                target.value,
                severity.value.removeprefix(_SH) if isinstance(severity, ox.NamedNode) else "Violation",
                row["message"].value if isinstance(row["message"], ox.Literal) else "",
                head + row["select"].value,
            )
        )
    core = (triple for triple in given if triple.predicate.value != f"{_SH}sparql")
    return Shapes(tuple(sorted(constraints, key=lambda constraint: constraint.shape)), tuple(core))


def _rows(store: ox.Store, query: str) -> Iterator[ox.QuerySolution]:
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    yield from solutions


def validate(store: GraphStore, shapes: tuple[str, ...] = ()) -> list[Finding]:
    """All findings, violations first; none where the graph is as its shapes want it, or those in some files."""
    return _validated({quad.triple for quad in store.quads()}, read_shapes(shapes))


def validate_part(store: GraphStore, units: Iterable[str], documents: Iterable[str] = ()) -> list[Finding]:
    """The findings in some units and documents, given by their IRIs: what a change to them can have brought about.

    The time it takes depends on their size, not on that of the graph.
    """
    triples: set[ox.Triple] = set()
    wanted: set[str] = set()
    for unit in units:
        about, things = with_surroundings(store.store, unit)
        triples |= about
        wanted |= things
    for document in documents:
        for quad in store.quads(document):
            triples.add(quad.triple)
            wanted.add(quad.subject.value if isinstance(quad.subject, ox.NamedNode) else "")
    found = _validated(triples, read_shapes())
    return [finding for finding in found if finding.focus in wanted]


def _validated(triples: set[ox.Triple], shapes: Shapes) -> list[Finding]:
    merged = ox.Store()
    merged.bulk_extend(ox.Quad(*triple) for triple in triples)
    report = _report(as_rdflib(triples), as_rdflib(shapes.core))
    found = {*_whole_graph(merged, shapes.whole), *_findings(report)}
    return sorted(found, key=lambda finding: (severity_rank(finding.severity), finding))


def severity_rank(severity: str) -> int:
    """0 for a violation, 1 for a warning, 2 for an info; a severity that other people's shapes define counts as a violation."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else 0


def _whole_graph(merged: ox.Store, constraints: Iterable[WholeGraphConstraint]) -> Iterator[Finding]:
    for constraint in constraints:
        target = f"?this a/<{iris.PREFIXES['rdfs']}subClassOf>* <{constraint.target}> ."
        query = re.sub(r"\bWHERE\s*\{", f"WHERE {{ {target} ", constraint.select.replace("$this", "?this"), count=1)
        for row in _rows(merged, query):
            values = {name: _value(row, name) for name in _variables(query)}
            yield Finding(
                constraint.severity,
                constraint.shape,
                values.get("this", ""),
                values.get("path", ""),
                values.get("value", ""),
                _filled(constraint.message, values),
                _SH + "SPARQLConstraintComponent",
            )


def _filled(message: str, values: Mapping[str, str]) -> str:
    """A message with its `{?name}` fields replaced by what the query found."""
    return _MESSAGE_FIELD.sub(lambda found: values.get(found[1]) or found[0], message)


def _variables(query: str) -> list[str]:
    head = query[query.index("SELECT") : query.index("WHERE")]
    return re.findall(r"[?$](\w+)", head)


def _value(row: ox.QuerySolution, name: str) -> str:
    try:
        term = row[name]
    except KeyError:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def as_rdflib(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Triples as the graph that engines of SHACL take; literals are kept as they are written, ill-typed ones without a word."""
    import rdflib

    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    graph = rdflib.Graph()
    terms: dict[object, rdflib.term.Node] = {}

    def term(value: object) -> rdflib.term.Node:
        if value not in terms:
            if isinstance(value, ox.NamedNode):
                terms[value] = rdflib.URIRef(value.value)
            elif isinstance(value, ox.Literal):
                datatype = None if value.language else rdflib.URIRef(value.datatype.value)
                if datatype == rdflib.XSD.string:
                    datatype = None
                terms[value] = rdflib.Literal(value.value, lang=value.language, datatype=datatype, normalize=False)
            else:
                terms[value] = rdflib.BNode(str(value)[2:])
        return terms[value]

    for triple in triples:
        graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return graph


def _report(data: rdflib.Graph, shapes_graph: rdflib.Graph) -> rdflib.Graph:
    """The report of pyshifty where it is installed, else of pySHACL."""
    import rdflib

    try:
        from shifty import validate as fast
    except ImportError:
        import pyshacl

        _, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph, inference=None, allow_warnings=False)
    else:
        _, report, _ = fast(data, shapes_graph, infer=False, on_unsupported="error")
    assert isinstance(report, rdflib.Graph)
    return report


def _findings(report: rdflib.Graph) -> Iterator[Finding]:
    import rdflib

    sh = rdflib.Namespace(_SH)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):

        def value(name: str, result: rdflib.term.Node = result) -> str:
            found = report.value(result, sh[name])
            return "" if found is None or isinstance(found, rdflib.BNode) else str(found)

        messages = sorted(str(message) for message in report.objects(result, sh.resultMessage))
        yield Finding(
            value("resultSeverity").removeprefix(_SH),
            value("sourceShape"),
            value("focusNode"),
            value("resultPath"),
            value("value"),
            messages[0] if messages else "",
            value("sourceConstraintComponent"),
        )
