"""`govgraph draw`: pictures of what the graph holds."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.commands.opening import Asked, graph_options

FORMATS = ("svg", "png", "pdf", "html", "csv", "json", "vega", "dot", "mermaid", "graphml", "gexf")


@click.command("draw")
@click.argument("what", type=click.Choice(("hosts",)))
@click.argument("organization", required=False)
@click.option("--body", metavar="BODY", help="The organ whose sessions are drawn, as an IRI, CURIE or flat name.")
@click.option(
    "--as",
    "form",
    type=click.Choice(("timeline", "graph")),
    default="timeline",
    show_default=True,
    help="The form of the picture.",
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
    organization: str | None,
    body: str | None,
    form: str,
    format_: str | None,
    theme: str,
    width: int,
    output: Path | None,
    asked: Asked,
) -> None:
    """Draw who hosted the sessions of ORGANIZATION.

    As a timeline: a lane for each country, a mark for each session by how firm its host is. As a graph: the countries in a
    circle, an arrow from each host to the next.

    Without ORGANIZATION, the body with most sessions is drawn. html is a page that loads nothing from elsewhere, with the
    sentence behind each mark; csv, json, dot, mermaid, graphml and gexf are the data; vega is the Vega-Lite definition.

    \b
    Examples:
      govgraph draw hosts -o hosts.svg
      govgraph draw hosts org:INTERPOL --as graph -o hosts.png
      govgraph draw hosts org:UNWTO --theme dark --width 1600 -o unwto.html
    """
    from govgraph.asking.exporting import write_file
    from govgraph.drawing.circle import circle
    from govgraph.drawing.hosts import body_of, succession_of
    from govgraph.drawing.outputs import DATA, ENDINGS, data, picture
    from govgraph.drawing.timeline import timeline
    from govgraph.errors import UnknownThingError

    named = output is not None and str(output) != "-"
    chosen = format_ or (ENDINGS.get(output.suffix.lower()) if named and output else "svg")
    if chosen is None:
        raise click.UsageError(f"{output}: the ending tells no format; give one with --format")
    store = asked.open()
    succession = succession_of(store, body_of(store, body or organization))
    if not organization and not body:
        click.echo(
            f"drawing the {succession.name}, which has most sessions; name another organisation to draw its hosts", err=True
        )
    if chosen in DATA and chosen != "vega":
        content = data(succession, chosen)
    else:
        if form == "timeline" and not any(one.year is not None for one in succession.hostings):
            raise UnknownThingError(
                f"{succession.name}: of no session both host and year are known, and a timeline needs them; "
                "see what there is with `govgraph query host-succession`"
            )
        if not succession.hostings:
            raise UnknownThingError(f"{succession.name}: of no session the host is known; see `govgraph query gaps`")
        chart = timeline(succession, theme, width) if form == "timeline" else circle(succession, theme, width)
        content = picture(chart, succession, chosen, theme, form == "timeline")
    if output is None or not named:
        click.echo(content, nl=False)
        return
    write_file(output, content)
    click.echo(f"wrote {output} ({len(content):,} bytes)", err=True)
