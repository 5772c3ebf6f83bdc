"""Questions to other people's stores, by the SPARQL 1.1 Protocol, through SPARQLWrapper."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from govgraph.asking.queries import Query, bind
from govgraph.errors import QueryError

TIMEOUT = 60  # seconds


def ask_endpoint(
    url: str, query: Query, settings: Mapping[str, str], timeout: int = TIMEOUT
) -> ox.QuerySolutions | ox.QueryBoolean | list[ox.Triple]:
    """The answer of an endpoint to a query; `timeout` in seconds.

    The shipped queries take the default graph for the union of all named ones: so must the endpoint (Oxigraph's server does
    with `--union-default-graph`, Virtuoso always).

    Raises:
        QueryError: the endpoint cannot be reached, refuses the query, or answers with something that is no SPARQL result.
    """
    from urllib.error import URLError

    from SPARQLWrapper import SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    sparql = bind(query, settings)
    try:
        request = SPARQLWrapper(url, agent="govgraph")
        request.setTimeout(timeout)
        request.setQuery(sparql)
        request.setMethod("POST")
        builds = request.queryType in ("CONSTRUCT", "DESCRIBE")
        request.addCustomHttpHeader("Accept", "application/n-triples" if builds else "application/sparql-results+json")
        content = request.query().response.read()
    except SPARQLWrapperException as error:
        told = " ".join(str(error).replace("\\n", " ").split())[:300]
        raise QueryError(f"{url}: refuses the query: {told}") from None
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise QueryError(f"{url}: cannot be reached ({reason}); check the address") from None
    return _parsed(url, content, builds)


def _parsed(url: str, content: bytes, builds: bool) -> ox.QuerySolutions | ox.QueryBoolean | list[ox.Triple]:
    try:
        if builds:
            return [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)]
        answer = ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)
        assert isinstance(answer, ox.QuerySolutions | ox.QueryBoolean)
        return answer
    except (SyntaxError, ValueError) as error:
        begins = " ".join(content[:60].decode("utf-8", "replace").split())
        raise QueryError(f"{url}: answers with no SPARQL result ({error}); it begins: {begins}") from None
