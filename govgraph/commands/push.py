"""`govgraph push`: write the graph to a SPARQL server."""

from __future__ import annotations

import click

from govgraph.commands import store_option
from govgraph.commands.opening import opened, server


@click.command("push")
@click.argument("url")
@click.option("--update-url", default="", metavar="URL", help="Where the server takes updates, if not where one would look.")
@click.option("--timeout", type=click.IntRange(1), default=60, show_default=True, help="Seconds to wait for an answer.")
@store_option
def command(url: str, update_url: str, timeout: int, store_path: str) -> None:
    """Write the graph to a SPARQL server: only what changed since the last push, and out with what is no longer here.

    What the server holds beside it is left alone. A push that is broken off is completed by the next. GOVGRAPH_USER and
    GOVGRAPH_PASSWORD, or GOVGRAPH_TOKEN, say who writes. URL is where the server answers queries; where that ends in /query
    or /sparql, updates go to /update, else to the same address, unless --update-url names another.

    \b
    Example:
      govgraph push http://localhost:7878/query
    """
    from govgraph.graph.exchange import push

    difference = push(opened(store_path), server(url, timeout, update_url))
    sent, gone = len(difference.changed) + len(difference.only_here), len(difference.only_there)
    click.echo(f"sent {sent} documents, profiles and sets of derivations, took out {gone}, at {url}", err=True)
