"""`govgraph pull`: read the graph of a SPARQL server into the store."""

from __future__ import annotations

import click

from govgraph.commands import store_option
from govgraph.commands.opening import server


@click.command("pull")
@click.argument("url")
@click.option("--timeout", type=click.IntRange(1), default=60, show_default=True, help="Seconds to wait for an answer.")
@store_option
def command(url: str, timeout: int, store_path: str) -> None:
    """Read the graph of a SPARQL server into the store, in place of what is there; what is alike is left alone.

    \b
    Example:
      govgraph pull http://localhost:7878/query --store copy.db
    """
    from govgraph.graph.exchange import fetched, pull
    from govgraph.graph.store import open_store

    quads = fetched(server(url, timeout))  # before a store is made for it
    difference = pull(quads, open_store(store_path, write=True))
    came, gone = len(difference.changed) + len(difference.only_there), len(difference.only_here)
    click.echo(f"read {came} documents, profiles and sets of derivations, took out {gone}, in {store_path}", err=True)
