"""Which graph a command asks: the store, somebody else's endpoint, or a part of the store in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from govgraph.graph.protocol import Server
    from govgraph.graph.store import GraphStore


def endpoint_options(function: Any) -> Any:
    """`--endpoint` and `--timeout`, for commands that can ask another store."""
    for option in (
        click.option(
            "--timeout", type=click.IntRange(1), default=60, show_default=True, help="Seconds to wait for the endpoint."
        ),
        click.option(
            "--endpoint", metavar="URL", envvar="GOVGRAPH_ENDPOINT", help="Ask this SPARQL endpoint in place of the store."
        ),
    ):
        function = option(function)
    return function


def time_options(function: Any) -> Any:
    """`--as-of` and `--known-on`, for commands that can look at a part of the graph in time."""
    for option in (
        click.option("--known-on", metavar="DATE", help="Only what was published by then; EDTF: 2013-10 is its last day."),
        click.option("--as-of", metavar="DATE", help="Only what held then; EDTF: 2013-10-24, or 2013 for its last day."),
    ):
        function = option(function)
    return function


def server(url: str, timeout: int, update_url: str = "") -> Server:
    """A server with what the environment says of who asks: GOVGRAPH_USER and GOVGRAPH_PASSWORD, or GOVGRAPH_TOKEN."""
    import os

    from govgraph.graph.protocol import Server

    user, password, token = (os.environ.get(f"GOVGRAPH_{name}", "") for name in ("USER", "PASSWORD", "TOKEN"))
    return Server(url, update_url, user, password, token, timeout)


def opened(
    store_path: str, endpoint: str | None = None, timeout: int = 60, as_of: str | None = None, known_on: str | None = None
) -> GraphStore:
    """The graph that the options of a command name; what a part in time leaves out is told on standard error.

    Raises:
        StoreError: there is no such store.
        QueryError: a date is none.
    """
    from govgraph.graph.store import open_store

    if endpoint and (as_of is not None or known_on is not None):
        raise click.UsageError("--as-of and --known-on look at a store, not at an --endpoint; use `govgraph pull` first")
    if endpoint:
        from govgraph.graph.remote import RemoteStore

        return RemoteStore(server(endpoint, timeout))
    store = open_store(store_path)
    if store.is_behind():
        click.echo("what follows is not up to date, for a load was broken off; run `govgraph load` again", err=True)
    if known_on is not None or as_of is not None:
        from govgraph.knowing import times

        if known_on is not None:
            part = times.known_on(store, times.last_day(known_on, "--known-on"))
            _tell(part, "documents")
            store = part.store
        if as_of is not None:
            part = times.as_of(store, times.last_day(as_of, "--as-of"))
            _tell(part, "things")
            store = part.store
    return store


def _tell(part: Any, what: str) -> None:
    if part.left_out:
        told = ", ".join(f"{number} {why}" for why, number in sorted(part.left_out.items()))
        number = part.left_out.total()
        click.echo(f"left out {number} {what if number != 1 else what[:-1]} ({told})", err=True)
