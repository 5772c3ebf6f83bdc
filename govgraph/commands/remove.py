"""`govgraph remove`: take a document out of the store."""

from __future__ import annotations

import click

from govgraph.commands import store_option


@click.command("remove")
@click.argument("document")
@store_option
def command(document: str, store_path: str) -> None:
    """Take a document, and all that only it says, out of the store.

    DOCUMENT is its file's name, its source address, its IRI, or the first eight characters or more of its SHA-256.

    \b
    Example:
      govgraph remove int-074-open.txt
    """
    from pathlib import Path

    from govgraph.errors import StoreError
    from govgraph.graph.store import open_store

    if not Path(store_path).exists():
        raise StoreError(f"{store_path}: there is no store; name one with --store")
    name = open_store(store_path, write=True).remove(document)
    click.echo(f"removed {name}", err=True)
