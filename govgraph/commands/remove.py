"""`govgraph remove`: take a document out of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from govgraph.knowing.removal import Loss


@click.command("remove")
@click.argument("document")
@click.option("--dry-run", is_flag=True, help="Only show which facts and derivations would go.")
@store_option
def command(document: str, dry_run: bool, store_path: str) -> None:
    """Take a document, and all that only it says, out of the store, with what follows from it alone.

    DOCUMENT is its file's name, its source address, its IRI, or the first eight characters or more of its SHA-256.

    \b
    Example:
      govgraph remove int-074-open.txt --dry-run
    """
    from pathlib import Path

    from govgraph.errors import StoreError
    from govgraph.graph.store import open_store

    if not Path(store_path).exists():
        raise StoreError(f"{store_path}: there is no store; name one with --store")
    if dry_run:
        from govgraph.knowing.removal import without

        _tell(without(open_store(store_path), document))
        return
    from govgraph.knowing.inference import bring_up_to_date

    store = open_store(store_path, write=True)
    name = store.remove(document)
    inferred = bring_up_to_date(store)
    changed = f"; {inferred.removed} derivations went, {inferred.added} came" if inferred.removed or inferred.added else ""
    click.echo(f"removed {name}{changed}", err=True)


def _tell(loss: Loss) -> None:
    for row in loss.facts:
        click.echo(f"fact        {row.subject}  {row.property}  {row.value}")
    for sign, proofs in (("derivation", loss.derivations), ("comes", loss.new)):
        for proof in proofs:
            rules = ", ".join(dict.fromkeys(way.rule for way in proof.ways))
            click.echo(f"{sign:<10}  {proof.subject}  {proof.property}  {proof.value}  ({rules})")
    click.echo(
        f"{loss.name}: {len(loss.facts)} facts would go that nothing else says, {loss.kept} others say too; "
        f"{len(loss.derivations)} derived statements would go, {len(loss.new)} come",
        err=True,
    )
