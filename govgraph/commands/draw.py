"""`govgraph draw`: pictures of what the graph holds."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.commands.opening import Asked, graph_options

FORMATS = ("svg", "png", "pdf", "html", "csv", "json", "vega", "dot", "mermaid", "graphml", "gexf")
WHAT = ("hosts", "offices", "recognitions", "members", "attendance", "network")


@click.command("draw")
@click.argument("what", type=click.Choice(WHAT))
@click.argument("thing", required=False)
@click.option("--body", metavar="BODY", help="Of hosts and attendance: the organ, as an IRI, CURIE or flat name.")
@click.option(
    "--as",
    "form",
    type=click.Choice(("timeline", "graph", "map")),
    help="The form of a picture of hosts.  [default: timeline; graph where no year is known]",
)
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of -o, else svg.")
@click.option("--theme", type=click.Choice(("light", "dark")), default="light", show_default=True)
@click.option("--width", type=click.IntRange(400, 4000), default=800, show_default=True, help="In pixels.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; - is standard output."
)
@graph_options(times=True)
def command(
    what: str,
    thing: str | None,
    body: str | None,
    form: str | None,
    format_: str | None,
    theme: str,
    width: int,
    output: Path | None,
    asked: Asked,
) -> None:
    """Draw what the graph holds of THING, an organisation as a rule.

    \b
    hosts         who hosted its sessions: as a timeline, a graph of countries, or a map of the world
    offices       who held its offices, and when sources saw them in it
    recognitions  how many countries recognise its travel document, between bounds, and which
    members       how many members it has, and which came when
    attendance    how many people and countries came to its sessions
    network       the people, offices, organisations and agreements around it

    Without THING, what the graph knows most of is drawn. html is a page that loads nothing from elsewhere, with the sentence
    behind each mark; csv and json are the data, and of hosts and networks dot, mermaid, graphml and gexf; vega is the
    Vega-Lite definition.

    \b
    Examples:
      govgraph draw hosts --as map -o hosts.svg
      govgraph draw offices org:INTERPOL -o offices.png
      govgraph draw hosts org:UNWTO --theme dark --width 1600 -o unwto.html
    """
    from govgraph import draw
    from govgraph.asking.exporting import write_file
    from govgraph.drawing.outputs import format_of, written

    if form and what != "hosts":
        raise click.UsageError(f"--as is for hosts; {what} has one form")
    if body and what not in ("hosts", "attendance"):
        raise click.UsageError(f"--body is for hosts and attendance, not for {what}")
    to_file = output is not None and str(output) != "-"
    chosen = format_ or (format_of(output) if output is not None and to_file else "svg")
    graph = asked.open()
    if what == "hosts":
        picture = draw.hosts(graph, body or thing, form, theme, width)
    else:
        make = {
            "offices": draw.offices,
            "recognitions": draw.recognitions,
            "members": draw.members,
            "attendance": draw.attendance,
            "network": draw.network,
        }[what]
        picture = make(graph, body or thing, theme, width)
    if not thing and not body:
        click.echo(f"drawing: {picture.title}; name another organisation to draw that", err=True)
    content = written(picture, chosen)
    if output is None or not to_file:
        click.echo(content, nl=False)
        return
    write_file(output, content)
    click.echo(f"wrote {output} ({len(content):,} bytes)", err=True)
