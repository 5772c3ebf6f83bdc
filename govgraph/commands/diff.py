"""`govgraph diff`: compare the store with a SPARQL server."""

from __future__ import annotations

import click

from govgraph.commands import store_option
from govgraph.commands.opening import opened, server


@click.command("diff")
@click.argument("url")
@click.option("--timeout", type=click.IntRange(1), default=60, show_default=True, help="Seconds to wait for an answer.")
@store_option
def command(url: str, timeout: int, store_path: str) -> None:
    """Compare the store with a SPARQL server, quad by quad; exit code 1 where they differ.

    Lists documents, profiles and derivations that only one of them has (`here`, `there`) or that differ (`changed`).

    \b
    Example:
      govgraph diff http://localhost:7878/query
    """
    from govgraph.graph.exchange import diff

    difference = diff(opened(store_path), server(url, timeout))
    lists = (("here", difference.only_here), ("there", difference.only_there), ("changed", difference.changed))
    for word, names in lists:
        for name in names:
            click.echo(f"{word:<8} {name}")
    if any(names for _, names in lists):
        raise click.exceptions.Exit(1)
    click.echo("no difference", err=True)
