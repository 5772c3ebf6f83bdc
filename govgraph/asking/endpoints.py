"""Questions to other people's stores: a query with its settings, sent to a server."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from govgraph.asking.queries import Query, bind
from govgraph.graph.protocol import Server


def ask_endpoint(
    server: Server, query: Query, settings: Mapping[str, str]
) -> ox.QuerySolutions | ox.QueryBoolean | list[ox.Triple]:
    """The answer of a server to a query.

    Raises:
        QueryError: a setting is wrong, or the server cannot be reached, refuses the query, or gives no SPARQL result.
    """
    return server.ask(bind(query, settings))
