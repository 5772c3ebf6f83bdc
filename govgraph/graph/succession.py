"""The succession of hosts as a graph of its own (networkx), written as GraphML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from govgraph.graph.store import GraphStore

if TYPE_CHECKING:
    import networkx as nx

_SESSIONS = """
SELECT ?session ?body ?ordinal (MIN(?when) AS ?year) (MIN(?land) AS ?country) (MIN(?town) AS ?city) WHERE {
  { SELECT DISTINCT ?session ?body ?ordinal { ?session a gov:Session ; gov:sessionOf ?body ; gov:ordinal ?ordinal } }
  OPTIONAL { ?session gov:year|gov:start ?moment BIND(SUBSTR(STR(?moment), 1, 4) AS ?when) }
  OPTIONAL { ?session gov:hostCountry ?host . ?host rdfs:label ?name FILTER(LANG(?name) = "en") BIND(STR(?name) AS ?land) }
  OPTIONAL { ?session gov:hostCity ?place . ?place rdfs:label ?town }
} GROUP BY ?session ?body ?ordinal
"""


@dataclass(frozen=True, slots=True)
class Host:
    """A session with what is known of its host; empty where nothing is."""

    session: str
    body: str
    ordinal: int
    year: str
    country: str
    city: str


def hosts(store: GraphStore) -> list[Host]:
    """The sessions with an ordinal, by body and ordinal."""
    solutions = store.query(_SESSIONS)
    assert isinstance(solutions, ox.QuerySolutions)

    def value(solution: ox.QuerySolution, name: str) -> str:
        term = solution[name]
        return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""

    found = [
        Host(
            value(solution, "session"),
            value(solution, "body"),
            int(value(solution, "ordinal")),
            value(solution, "year"),
            value(solution, "country"),
            value(solution, "city"),
        )
        for solution in solutions
    ]
    return sorted(found, key=lambda host: (host.body, host.ordinal, host.session))


def succession(store: GraphStore) -> nx.DiGraph[str]:
    """One node a session, one edge from each to the next that is known; `gap` counts the sessions between them."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(name="Succession of hosts")
    before: Host | None = None
    for host in hosts(store):
        graph.add_node(host.session, body=host.body, ordinal=host.ordinal, year=host.year, country=host.country, city=host.city)
        if before and before.body == host.body and before.ordinal < host.ordinal:
            graph.add_edge(before.session, host.session, gap=host.ordinal - before.ordinal - 1)
        before = host
    return graph


def write_graphml(store: GraphStore) -> bytes:
    """The succession as GraphML."""
    import networkx as nx

    return ("\n".join(nx.generate_graphml(succession(store))) + "\n").encode()
