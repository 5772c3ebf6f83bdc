"""`govgraph export`: the graph for others."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from govgraph.graph.store import GraphStore

FORMATS = ("turtle", "trig", "nquads", "ntriples", "rdfxml", "json-ld", "json-ld-framed", "csv", "jsonl", "graphml")


@click.command("export")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of -o, else trig.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; default: standard output.",
)
@click.option("--document", metavar="DOCUMENT", help="Only this document: its file's name, source address or IRI.")
@store_option
def command(format_: str | None, output: Path | None, document: str | None, store_path: str) -> None:
    """Write the whole graph, or one document of it.

    trig, nquads and json-ld keep the named graphs; turtle, ntriples and rdfxml have each triple once. json-ld-framed has each
    document with its sentences and what was read from them; csv and jsonl are the flat facts; graphml is the succession of
    hosts. The same graph gives the same bytes.

    \b
    Examples:
      govgraph export -o governance.trig
      govgraph export --format csv --document int-082-close.txt
    """
    from govgraph.errors import DocumentError
    from govgraph.graph.exports import ENDINGS
    from govgraph.graph.store import open_store

    chosen = format_ or (ENDINGS.get(output.suffix.lower()) if output else "trig")
    if chosen is None:
        raise click.UsageError(f"{output}: the ending tells no format; give one with --format")
    content = _content(open_store(store_path), chosen, document)
    if output is None or str(output) == "-":
        click.echo(content, nl=False)
        return
    part = output.with_name(output.name + ".part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(output)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise DocumentError(f"{output}: cannot be written ({error.strerror}); check the folder") from None
    click.echo(f"wrote {output} ({len(content):,} bytes)", err=True)


def _content(store: GraphStore, format_: str, document: str | None) -> bytes:
    from govgraph.asking.facts import as_csv, as_jsonl, facts
    from govgraph.graph.exports import write_framed, write_quads
    from govgraph.graph.succession import write_graphml

    iri = store.find_document(document) if document else None
    if format_ == "graphml":
        return write_graphml(store)
    if format_ in ("csv", "jsonl"):
        rows = facts(store, document=iri)
        return (as_csv(rows) if format_ == "csv" else as_jsonl(rows)).encode()
    if format_ == "json-ld-framed":
        return write_framed(store.quads(iri))
    return write_quads(store.quads(iri), format_)
