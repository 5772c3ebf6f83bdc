"""`govgraph dashboard`: all pictures of an organisation on one page."""

from __future__ import annotations

from pathlib import Path

import click

from govgraph.commands.opening import Asked, graph_options


@click.command("dashboard")
@click.argument("organization", required=False)
@click.option("--theme", type=click.Choice(("light", "dark")), default="light", show_default=True)
@click.option("--width", type=click.IntRange(400, 4000), default=1000, show_default=True, help="Of each picture, in pixels.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page to write; - is standard output.",
)
@graph_options(times=True)
def command(organization: str | None, theme: str, width: int, output: Path, asked: Asked) -> None:
    """Put hosts, offices, members, recognitions, attendance and findings of ORGANIZATION on one page that loads nothing.

    A session, a country, a person or a year that is selected in one picture is selected in all; the page can be narrowed to
    some years. Without ORGANIZATION, the one whose assembly has most sessions is drawn.

    \b
    Example:
      govgraph dashboard org:INTERPOL -o interpol.html
    """
    from govgraph import draw
    from govgraph.asking.exporting import write_file

    page, missing = draw.dashboard(asked.open(), organization, theme, width)
    for told in missing:
        click.echo(f"not drawn: {told}", err=True)
    if str(output) == "-":
        click.echo(page, nl=False)
        return
    write_file(output, page.encode())
    click.echo(f"wrote {output} ({len(page.encode()):,} bytes)", err=True)
