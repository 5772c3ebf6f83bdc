"""`govgraph export`: the graph for others."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.commands import store_option
from govgraph.commands.opening import endpoint_options, opened, time_options

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
@endpoint_options
@time_options
@store_option
def command(
    format_: str | None,
    output: Path | None,
    document: str | None,
    endpoint: str | None,
    timeout: int,
    as_of: str | None,
    known_on: str | None,
    store_path: str,
) -> None:
    """Write the whole graph, or one document of it.

    trig, nquads and json-ld keep the named graphs; turtle, ntriples and rdfxml have each triple once. json-ld-framed has each
    document with its sentences and what was read from them; csv and jsonl are the flat facts; graphml is the succession of
    hosts. The same graph gives the same bytes.

    \b
    Examples:
      govgraph export -o governance.trig
      govgraph export --format csv --document int-082-close.txt
    """
    from govgraph.asking.exporting import exported, write_file
    from govgraph.graph.exports import ENDINGS

    chosen = format_ or (ENDINGS.get(output.suffix.lower()) if output else "trig")
    if chosen is None:
        raise click.UsageError(f"{output}: the ending tells no format; give one with --format")
    content = exported(opened(store_path, endpoint, timeout, as_of, known_on), chosen, document)
    if output is None or str(output) == "-":
        click.echo(content, nl=False)
        return
    write_file(output, content)
    click.echo(f"wrote {output} ({len(content):,} bytes)", err=True)
