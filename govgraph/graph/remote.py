"""A graph that lies in somebody else's store: read through SPARQL, with the face of a store of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from govgraph.errors import QueryError
from govgraph.graph import iris
from govgraph.graph.evidence import quad_order
from govgraph.graph.protocol import Server
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import gov, node

PAGE = 50_000
"""How many quads are asked for at a time."""
_GRAPHS = 200
"""How many graphs are named in one query."""


class RemoteStore(GraphStore):
    """What a server holds; it can be asked, listed and explained, not loaded into."""

    def __init__(self, server: Server) -> None:
        super().__init__(ox.Store())
        self.server = server

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        """The server's answer; the prefixes of govgraph are understood.

        Raises:
            QueryError: the server cannot be reached, refuses the query, or gives no SPARQL result.
        """
        head = "".join(
            f"PREFIX {prefix}: <{namespace}> "
            for prefix, namespace in sorted(iris.prefixes().items())
            if f"{prefix}:" in sparql
        )
        answer = self.server.ask(head + sparql)
        if isinstance(answer, list):
            raise QueryError("builds triples; ask the endpoint with `govgraph query`")
        return answer

    def rows(self, sparql: str) -> list[ox.QuerySolution]:
        """The answer to a SELECT query."""
        solutions = self.query(sparql)
        assert isinstance(solutions, ox.QuerySolutions)
        return list(solutions)

    def graphs_of(self, document: str) -> Iterator[str]:
        """The graphs of a document: its own, and those of its sentences or rows."""
        yield document
        query = f"SELECT DISTINCT ?graph {{ GRAPH {node(document)} {{ ?graph {gov('inDocument')} {node(document)} }} }}"
        yield from sorted(row["graph"].value for row in self.rows(query))

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, sorted, but for that of the digests that `push` leaves."""
        found = {row["g"].value for row in self.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")}
        return sorted(found - {digests_graph()})

    def quads(self, document: str | None = None) -> Iterator[ox.Quad]:
        """All quads of the named graphs, or those of one document given by its IRI."""
        yield from self.quads_in(self.graphs() if document is None else list(self.graphs_of(document)))

    def ordered(self, document: str | None = None) -> Iterator[ox.Quad]:
        """The same, in the order in which quads are written."""
        yield from sorted(self.quads(document), key=quad_order)

    def quads_in(self, graphs: Iterable[str]) -> Iterator[ox.Quad]:
        """The quads of some graphs, asked for page by page; a row more or less on the other side meanwhile is an error."""
        names = list(graphs)
        for first in range(0, len(names), _GRAPHS):
            values = " ".join(str(node(name)) for name in names[first : first + _GRAPHS])
            where = f"VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }}"
            expected = int(self.rows(f"SELECT (COUNT(*) AS ?n) {{ {where} }}")[0]["n"].value)
            found = 0
            for offset in range(0, expected, PAGE):
                order = "ORDER BY ?g ?s ?p ?o" if expected > PAGE else ""
                for row in self.rows(f"SELECT ?g ?s ?p ?o {{ {where} }} {order} LIMIT {PAGE} OFFSET {offset}"):
                    found += 1
                    yield ox.Quad(row["s"], row["p"], row["o"], row["g"])
            if found != expected:
                raise QueryError(
                    f"{self.server.url}: sends {found} of {expected} quads; it cuts answers short, or is written to"
                )


def digests_graph() -> str:
    """The IRI of the graph in which a server keeps the digests of what was pushed to it."""
    return f"{iris.base()}graph/pushed"
