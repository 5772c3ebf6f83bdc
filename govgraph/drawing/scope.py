"""Of which organisation a picture is: the one that is named, or else the one of which the graph knows most."""

from __future__ import annotations

import pyoxigraph as ox

from govgraph.errors import UnknownThingError
from govgraph.graph import iris
from govgraph.graph.names import main_name
from govgraph.graph.store import GraphStore


def most_told(store: GraphStore, thing: str | None, counted: str, what: str) -> str:
    """The IRI of what a user names, or of that of which most is told.

    `counted` is a graph pattern in which `?of` is what a picture can be of, and `?one` what it shows of it, `what` in words.

    Raises:
        UnknownThingError: the graph has nothing of it to show.
    """
    wanted = f"FILTER(?of = {ox.NamedNode(iris.expand(thing))})" if thing else ""
    query = f"SELECT ?of (COUNT(DISTINCT ?one) AS ?n) {{ {counted} {wanted} }} GROUP BY ?of ORDER BY DESC(?n) ?of LIMIT 1"
    for row in rows(store, query):
        return str(row["of"].value)
    raise UnknownThingError(f"{thing or 'the graph'}: no source tells of {what}; see `govgraph query`")


def rows(store: GraphStore, query: str) -> list[ox.QuerySolution]:
    """The solutions of a query."""
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return list(solutions)


def cell(row: ox.QuerySolution, name: str) -> str:
    """The text of a term, or nothing where it is not bound."""
    term = row[name]
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def name_of(store: GraphStore, iri: str, kind: str = "") -> str:
    """What a thing is called: its main name, if the table of names has one; of a person, else the label with most accents."""
    first = "MAX" if kind == "person" else "MIN"
    query = (
        f"SELECT ({first}(STR(?label)) AS ?name) {{ {ox.NamedNode(iri)} rdfs:label ?label FILTER(LANG(?label) IN ('', 'en')) }}"
    )
    found = next((cell(row, "name") for row in rows(store, query)), "") or iri.rpartition("/")[2]
    return main_name(kind, found) if kind else found
