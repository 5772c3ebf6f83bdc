"""Which graph a command asks: the store, somebody else's endpoint, or a part of the store in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from govgraph.graph.protocol import Server
    from govgraph.graph.store import GraphStore
    from govgraph.knowing.times import Slice

_ENDPOINT = (
    click.option(
        "--endpoint", metavar="URL", envvar="GOVGRAPH_ENDPOINT", help="Ask this SPARQL endpoint in place of the store."
    ),
    click.option("--timeout", type=click.IntRange(1), default=60, show_default=True, help="Seconds to wait for the endpoint."),
)
_TIMES = (
    click.option("--as-of", metavar="DATE", help="Only what held then; EDTF: 2013-10-24, or 2013 for its last day."),
    click.option("--known-on", metavar="DATE", help="Only what was published by then; EDTF: 2013-10 is its last day."),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The graph that the options of a command name."""

    store_path: str
    endpoint: str | None
    timeout: int
    as_of: str | None = None
    known_on: str | None = None

    def server(self) -> Server | None:
        """The endpoint, where one is given."""
        if not self.endpoint:
            return None
        if self.as_of is not None or self.known_on is not None:
            raise click.UsageError("--as-of and --known-on look at a store, not at an --endpoint; use `govgraph pull` first")
        return server(self.endpoint, self.timeout)

    def open(self) -> GraphStore:
        """The graph; what a part in time leaves out is told on standard error.

        Raises:
            StoreError: there is no such store.
            QueryError: a date is none.
        """
        if endpoint := self.server():
            from govgraph.graph.remote import RemoteStore

            return RemoteStore(endpoint)
        store = opened(self.store_path)
        if self.known_on is not None:
            from govgraph.knowing import times

            store = _told(times.known_on(store, times.last_day(self.known_on, "--known-on")), "documents")
        if self.as_of is not None:
            from govgraph.knowing import times

            store = _told(times.as_of(store, times.last_day(self.as_of, "--as-of")), "things")
        return store


def graph_options(times: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options that say which graph is asked, given to the command as `asked`; with `times`, those of time too."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def run(*arguments: Any, store_path: str, endpoint: str | None, timeout: int, **others: Any) -> Any:
            when = {name: others.pop(name) for name in ("as_of", "known_on") if times}
            return command(*arguments, asked=Asked(store_path, endpoint, timeout, **when), **others)

        found: Callable[..., Any] = store_option(run)
        for option in reversed((*_ENDPOINT, *(_TIMES if times else ()))):
            found = option(found)
        return found

    return decorate


def server(url: str, timeout: int, update_url: str = "") -> Server:
    """A server with what the environment says of who asks: GOVGRAPH_USER and GOVGRAPH_PASSWORD, or GOVGRAPH_TOKEN."""
    import os

    from govgraph.graph.protocol import Server

    user, password, token = (os.environ.get(f"GOVGRAPH_{name}", "") for name in ("USER", "PASSWORD", "TOKEN"))
    return Server(url, update_url, user, password, token, timeout)


def opened(store_path: str) -> GraphStore:
    """A store to be read; where a load was broken off, that is told on standard error.

    Raises:
        StoreError: there is none.
    """
    from govgraph.graph.store import open_store

    store = open_store(store_path)
    if store.is_behind():
        click.echo("what follows is not up to date, for a load was broken off; run `govgraph load` again", err=True)
    return store


def _told(part: Slice, what: str) -> GraphStore:
    if part.left_out:
        told = ", ".join(f"{number} {why}" for why, number in sorted(part.left_out.items()))
        number = part.left_out.total()
        click.echo(f"left out {number} {what if number != 1 else what[:-1]} ({told})", err=True)
    return part.store
