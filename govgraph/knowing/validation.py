"""Is the graph as its shapes say? SHACL, with whole-graph constraints run once over the store and not once a node.

Core constraints go to pySHACL, or to pyshifty where `govgraph[fast]` is installed. Each `sh:sparql` constraint is run as one
query with `$this` left free and joined to the target class of its shape: the same result (SHACL 1.0, section 5) at a
fraction of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
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


@cache
def shapes() -> tuple[ox.Store, tuple[WholeGraphConstraint, ...]]:
    """All shapes as a graph, and the whole-graph constraints among them.

    Raises:
        DefinitionError: a shape file is no Turtle, or a constraint has no target class or query.
    """
    store = ox.Store()
    for file in shape_files():
        try:
            store.load(path=file, format=ox.RdfFormat.TURTLE)
        except SyntaxError as error:
            raise DefinitionError(f"{file}: is no Turtle: {error}") from None
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
    return store, tuple(sorted(constraints, key=lambda constraint: constraint.shape))


def _rows(store: ox.Store, query: str) -> Iterator[ox.QuerySolution]:
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    yield from solutions


def validate(store: GraphStore) -> list[Finding]:
    """All findings, violations first; an empty list where the graph is as it should be."""
    return _validated({ox.Quad(*quad.triple) for quad in store.quads()})


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
    found = _validated({ox.Quad(*triple) for triple in triples})
    return [finding for finding in found if finding.focus in wanted]


def _validated(quads: set[ox.Quad]) -> list[Finding]:
    merged = ox.Store()
    merged.bulk_extend(quads)
    found = {*_whole_graph(merged), *_core(merged)}
    return sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), finding))


def _whole_graph(merged: ox.Store) -> Iterator[Finding]:
    for constraint in shapes()[1]:
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


def _core(merged: ox.Store) -> Iterator[Finding]:
    """The findings of all constraints but the whole-graph ones."""
    shapes_graph = as_rdflib(quad.triple for quad in _core_shapes())
    data = as_rdflib(quad.triple for quad in merged)
    report = _report(data, shapes_graph)
    yield from _findings(report)


def _core_shapes() -> Iterator[ox.Quad]:
    store, constraints = shapes()
    whole = {constraint.shape for constraint in constraints}
    for quad in store:
        subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
        if subject not in whole:
            yield quad


def as_rdflib(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Triples as the graph that engines of SHACL take; literals are kept as they are written."""
    import rdflib

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
