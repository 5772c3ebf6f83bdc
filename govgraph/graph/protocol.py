"""Talking to a SPARQL server (SPARQL 1.1 Protocol) through SPARQLWrapper: queries and updates, retries, and clear errors.

The shipped queries take the default graph for the union of all named ones: so must the server (Oxigraph's does with
`--union-default-graph`, rdflib-endpoint with a dataset whose `default_union` is true, Virtuoso always).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, IncompleteRead
from typing import Any

import pyoxigraph as ox

from govgraph.errors import QueryError

TIMEOUT = 60  # seconds
RETRIES = 3
_PAUSE = 0.5  # seconds before the first retry; each further one waits twice as long
_PASSING = (429, 502, 503, 504)
"""Answers that say: not now."""


@dataclass(frozen=True)
class Server:
    """Where a server answers, and how to talk to it.

    `update_url` is where it takes updates: the same address, unless that ends in `/query` or `/sparql`, which become `/update`.
    `user` and `password` are for HTTP Basic authentication, `token` for a bearer token; `timeout` is in seconds.
    """

    url: str
    update_url: str = ""
    user: str = ""
    password: str = ""
    token: str = ""
    timeout: int = TIMEOUT
    retries: int = RETRIES

    def ask(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | list[ox.Triple]:
        """The answer to a query.

        Raises:
            QueryError: the server cannot be reached, refuses the query, or answers with something that is no SPARQL result.
        """
        request = self._request(self.url, sparql)
        builds = request.queryType in ("CONSTRUCT", "DESCRIBE")
        request.addCustomHttpHeader("Accept", "application/n-triples" if builds else "application/sparql-results+json")
        return self._parsed(self._send(self.url, request), builds)

    def update(self, sparql: str) -> None:
        """Carries out an update.

        Raises:
            QueryError: the server cannot be reached or refuses it.
        """
        url = self.update_url or update_url_of(self.url)
        self._send(url, self._request(url, sparql))

    def _request(self, url: str, sparql: str) -> Any:
        from SPARQLWrapper import SPARQLWrapper

        if not url.startswith(("http://", "https://")):
            raise QueryError(f"{url or '(nothing)'}: is no address of a server; write it like http://localhost:7878/query")
        request = SPARQLWrapper(url, updateEndpoint=url, agent="govgraph")
        request.setTimeout(self.timeout)
        request.setQuery(sparql)
        request.setMethod("POST")
        if self.token:
            request.addCustomHttpHeader("Authorization", f"Bearer {self.token}")
        elif self.user:
            request.setCredentials(self.user, self.password)
        return request

    def _send(self, url: str, request: Any) -> bytes:
        from urllib.error import HTTPError, URLError

        from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, SPARQLWrapperException, Unauthorized

        def once() -> bytes:
            try:
                content = request.query().response.read()
                assert isinstance(content, bytes)
                return content
            except Unauthorized:
                raise QueryError(
                    f"{url}: asks who you are; set GOVGRAPH_USER and GOVGRAPH_PASSWORD, or GOVGRAPH_TOKEN"
                ) from None
            except EndPointInternalError as error:
                raise QueryError(f"{url}: refuses the query: it failed (500, its log says why): {_told(error)}") from None
            except SPARQLWrapperException as error:
                raise QueryError(f"{url}: refuses the query: {_told(error)}") from None
            except HTTPError as error:
                if error.code in _PASSING:
                    raise _PassingError(f"answers {error.code} {error.reason}") from None
                raise QueryError(f"{url}: answers {error.code} {error.reason}; check the address and your rights") from None
            except IncompleteRead:
                raise _PassingError("breaks off in the middle of its answer") from None
            except (URLError, OSError, HTTPException, ValueError) as error:
                reason = getattr(error, "reason", None) or error
                raise _PassingError(f"cannot be reached ({type(reason).__name__ if not str(reason) else reason})") from None

        return _patiently(once, url, self.retries)

    def _parsed(self, content: bytes, builds: bool) -> ox.QuerySolutions | ox.QueryBoolean | list[ox.Triple]:
        try:
            if builds:
                return [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)]
            answer = ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)
            if isinstance(answer, ox.QueryBoolean):
                return answer
            assert isinstance(answer, ox.QuerySolutions)
            rows = list(answer)  # half an answer must show here, not in the middle of a command
            del rows
            again = ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)
            assert isinstance(again, ox.QuerySolutions)
            return again
        except (SyntaxError, ValueError) as error:
            begins = " ".join(content[:60].decode("utf-8", "replace").split())
            raise QueryError(f"{self.url}: answers with no SPARQL result ({error}); it begins: {begins}") from None


class _PassingError(Exception):
    """What may be over in a moment."""


def _patiently(once: Callable[[], bytes], url: str, retries: int) -> bytes:
    pause = _PAUSE
    for attempt in range(retries + 1):
        try:
            return once()
        except _PassingError as error:
            if attempt == retries or "refused" in str(error).lower():
                tried = f" after {attempt + 1} attempts" if attempt else ""
                raise QueryError(f"{url}: {error}{tried}; check the address, or try later") from None
        time.sleep(pause)
        pause *= 2
    raise AssertionError("unreachable")


def _told(error: Exception) -> str:
    return " ".join(str(error).replace("\\n", " ").split())[:300]


def update_url_of(url: str) -> str:
    """Where a server that answers queries at `url` takes updates, as most do."""
    for ending in ("/query", "/sparql"):
        if url.endswith(ending):
            return url[: -len(ending)] + "/update"
    return url
