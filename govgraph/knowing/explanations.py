"""Who says so? The sentences behind a thing, a property of it, or a finding of validation."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.asking.facts import Row, facts_with_graphs
from govgraph.errors import UnknownThingError
from govgraph.graph import iris
from govgraph.graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or table row: its graph, its words, and where they stand in which document."""

    graph: str
    exact: str
    start: int
    document: str
    title: str
    file: str
    issued: str
    source: str

    @property
    def telling(self) -> tuple[str, str, str, str]:
        """Its words on one line, its document's file, source address and day of publication."""
        return " ".join(self.exact.split()), self.file, self.source, self.issued


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact, the sentence that it was read from, the further sentences that the reading rests on, and who decided on it."""

    row: Row
    sentence: Sentence
    support: tuple[Sentence, ...]
    decided: tuple[str, ...] = ()


def explain(store: GraphStore, thing: str, property_: str | None = None) -> list[Evidence]:
    """The evidence for what the graph says of a thing (IRI, CURIE or flat subject), or of one flat property of it.

    Raises:
        UnknownThingError: nothing is said of it; the message names the nearest that there is.
    """
    found = known_facts(store, thing, property_)
    supports = _supports(store, {graph for _, graph in found})
    decisions = _decisions(store, {graph for _, graph in found})
    wanted = {graph for _, graph in found} | {graph for graphs in supports.values() for graph in graphs}
    sentences = sentences_of(store, wanted)
    evidence = []
    for row, graph in found:
        key = (graph, row.subject, row.property, row.value)
        support = tuple(sentences[one] for one in supports.get(key, ()))
        evidence.append(Evidence(row, sentences[graph], support, decisions.get(key, ())))
    return evidence


def known_facts(store: GraphStore, thing: str, property_: str | None = None) -> list[tuple[Row, str]]:
    """The facts about a thing, each with the graph of its sentence; never none.

    Raises:
        UnknownThingError: nothing is said of it; the message names the nearest that there is.
    """
    found = facts_with_graphs(store, thing, property_)
    if not found:
        raise nothing_known(store, thing, property_)
    return found


def must_be_there(store: GraphStore, thing: str) -> str:
    """The IRI of a thing of which the graph says something.

    Raises:
        UnknownThingError: it says nothing of it, or `thing` has no such form.
    """
    iri = iris.expand(thing)
    if not store.query(f"ASK {{ {{ {ox.NamedNode(iri)} ?p ?o }} UNION {{ ?s ?p {ox.NamedNode(iri)} }} }}"):
        raise nothing_known(store, thing)
    return iri


def nothing_known(store: GraphStore, thing: str, property_: str | None = None) -> UnknownThingError:
    """That nothing is said of a thing, or of a property of it; the message names the nearest that there is."""
    others = sorted({row.property for row, _ in facts_with_graphs(store, thing)}) if property_ else []
    if others:
        return UnknownThingError(f"{thing}: nothing is said of `{property_}`; there is {', '.join(others)}")
    return UnknownThingError(f"{thing}: the graph says nothing of it{_hint(store, thing)}")


def _hint(store: GraphStore, thing: str) -> str:
    subjects = {
        row["subject"].value for row in _solutions(store, "SELECT DISTINCT ?subject { ?reading gov:factSubject ?subject }")
    }
    near = difflib.get_close_matches(thing, subjects, 3, 0.6)
    return f"; did you mean {' or '.join(near)}?" if near else "; list what there is with `govgraph facts`"


def _solutions(store: GraphStore, query: str) -> ox.QuerySolutions:
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return solutions


def _supports(store: GraphStore, graphs: set[str]) -> dict[tuple[str, str, str, str], tuple[str, ...]]:
    """For each fact of these graphs, the graphs of the other sentences that its reading rests on."""
    values = " ".join(str(ox.NamedNode(graph)) for graph in sorted(graphs))
    query = f"""SELECT ?graph ?subject ?property ?value ?other {{ VALUES ?graph {{ {values} }}
      ?reading gov:inGraph ?graph ; gov:restsOn ?other ; gov:factSubject ?subject ; gov:factProperty ?property ;
        gov:factValue ?value }} ORDER BY ?graph ?other"""
    found: dict[tuple[str, str, str, str], tuple[str, ...]] = {}
    for row in _solutions(store, query):
        key = tuple(row[name].value for name in ("graph", "subject", "property", "value"))
        other = row["other"].value
        if other not in found.get(key, ()):
            found[key] = (*found.get(key, ()), other)
    return found


_DONE = {"accept": "accepted", "correct": "corrected", "merge": "merged"}


def _decisions(store: GraphStore, graphs: set[str]) -> dict[tuple[str, str, str, str], tuple[str, ...]]:
    """For each fact of these graphs on which people decided, who did what, and what was read before."""
    values = " ".join(str(ox.NamedNode(graph)) for graph in sorted(graphs))
    query = f"""SELECT ?graph ?subject ?property ?value ?verdict ?by ?day ?read ?note {{ VALUES ?graph {{ {values} }}
      ?reading gov:inGraph ?graph ; gov:reviewedBy ?decision ; gov:about ?about ; gov:factSubject ?subject ;
        gov:factProperty ?property ; gov:factValue ?value .
      ?decision gov:verdict ?verdict ; gov:reviewer ?by ; dcterms:date ?day .
      OPTIONAL {{ ?reading gov:factAsRead ?read }} OPTIONAL {{ ?decision gov:reviewNote ?note }} }} ORDER BY ?graph ?day ?by"""
    found: dict[tuple[str, str, str, str], tuple[str, ...]] = {}
    for row in _solutions(store, query):
        key = tuple(row[name].value for name in ("graph", "subject", "property", "value"))
        read, note = (row[name].value if row[name] is not None else "" for name in ("read", "note"))
        told = f"{_DONE.get(row['verdict'].value, row['verdict'].value)} by {row['by'].value} on {row['day'].value}"
        told += (f", was read as {read}" if read else "") + (f" ({note})" if note else "")
        found[key] = (*found.get(key, ()), told)
    return found


def sentences_of(store: GraphStore, graphs: set[str]) -> dict[str, Sentence]:
    """The sentences or rows of these graphs, by the graph's IRI."""
    values = " ".join(str(ox.NamedNode(graph)) for graph in sorted(graphs))
    query = f"""SELECT ?graph ?exact ?start ?document ?title ?file ?issued ?source ?primary {{ VALUES ?graph {{ {values} }}
      ?graph gov:inDocument ?document ; gov:exact ?exact .
      ?document dcterms:title ?title ; gov:fileName ?file .
      OPTIONAL {{ ?graph gov:startOffset ?start }} OPTIONAL {{ ?graph prov:hadPrimarySource ?primary }}
      OPTIONAL {{ ?document dcterms:issued ?issued }} OPTIONAL {{ ?document dcterms:source ?source }} }}"""

    def cell(row: ox.QuerySolution, name: str) -> str:
        term = row[name]
        return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""

    return {
        cell(row, "graph"): Sentence(
            cell(row, "graph"),
            cell(row, "exact"),
            int(cell(row, "start") or -1),
            cell(row, "document"),
            cell(row, "title"),
            cell(row, "file"),
            cell(row, "issued"),
            cell(row, "primary") or cell(row, "source"),
        )
        for row in _solutions(store, query)
    }


def sentences_behind(store: GraphStore, focus: str, path: str = "", value: str = "") -> list[Sentence]:
    """The sentences whose graphs speak of a node, by a property and with a value where these are given."""
    try:
        node = ox.NamedNode(focus)
    except ValueError:
        return []  # shapes of other people look at literals and blank nodes too, of which no sentence speaks
    predicate = str(ox.NamedNode(path)) if path else "?p"
    narrow = ""
    if value:
        narrow = f"FILTER(STR(?o) = {ox.Literal(value)})"
    query = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ {node} {predicate} ?o {narrow} }} }}"
    graphs = {row["g"].value for row in _solutions(store, query)}
    known = sentences_of(store, {graph for graph in graphs if "#" in graph})
    return [known[graph] for graph in sorted(known)]


def highlighted(evidence: Evidence) -> tuple[str, str, str]:
    """A sentence in three parts: before the words that state the fact, these words, and after them."""
    exact, row = evidence.sentence.exact, evidence.row
    start = row.start - evidence.sentence.start if evidence.sentence.start >= 0 else exact.find(row.quote)
    end = start + (row.end - row.start)
    if not 0 <= start <= end <= len(exact):
        start, end = 0, len(exact)
    return exact[:start], exact[start:end], exact[end:]
