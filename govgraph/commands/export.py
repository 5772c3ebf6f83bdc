"""`govgraph export`: the graph for others."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.commands.opening import Asked, graph_options

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
@graph_options(times=True)
def command(
    format_: str | None,
    output: Path | None,
    document: str | None,
    asked: Asked,
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
    content = exported(asked.open(), chosen, document)
    if output is None or str(output) == "-":
        click.echo(content, nl=False)
        return
    write_file(output, content)
    click.echo(f"wrote {output} ({len(content):,} bytes)", err=True)
