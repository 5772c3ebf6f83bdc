"""`govgraph check`: conflicts, gaps and outliers, each with the sentences on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from govgraph.commands.opening import Asked, graph_options

if TYPE_CHECKING:
    from govgraph.knowing.checks import CheckFinding

_SHOWN = 3
"""How many sentences of a side are printed."""
_KINDS = ("conflict", "outlier", "gap")


@click.command("check")
@click.argument("thing", required=False)
@click.option("--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Only this; may be repeated.")
@click.option(
    "--format", "format_", type=click.Choice(("table", "json", "markdown", "turtle")), default="table", show_default=True
)
@click.option(
    "--fail-on",
    type=click.Choice((*_KINDS, "never")),
    default="conflict",
    show_default=True,
    help="The least that makes the exit code 1; an outlier is less than a conflict, a gap less than an outlier.",
)
@graph_options()
def command(
    thing: str | None,
    kinds: tuple[str, ...],
    format_: str,
    fail_on: str,
    asked: Asked,
) -> None:
    """Find what contradicts itself (two numbers for one thing), is missing (sessions, hosts, dates) or is out of line.

    THING narrows it to an organisation, a body or a session, and what belongs to it. Each finding has the sentences on both
    sides. What a single thing must look like is told by `govgraph validate`.

    \b
    Examples:
      govgraph check
      govgraph check org:INTERPOL --kind conflict --format markdown
    """
    from govgraph.knowing.checkreports import as_json, as_markdown, as_turtle
    from govgraph.knowing.checks import KINDS, check_graph
    from govgraph.knowing.explanations import must_be_there

    store = asked.open()
    findings = check_graph(store, kinds or KINDS, must_be_there(store, thing) if thing else "")
    if format_ == "json":
        click.echo(as_json(findings), nl=False)
    elif format_ == "markdown":
        click.echo(as_markdown(findings), nl=False)
    elif format_ == "turtle":
        click.echo(as_turtle(findings), nl=False)
    else:
        _print(findings)
    limit = KINDS[: KINDS.index(fail_on) + 1] if fail_on != "never" else ()
    if any(finding.kind in limit for finding in findings):
        raise click.exceptions.Exit(1)


def _print(findings: Sequence[CheckFinding]) -> None:
    from collections import Counter

    from rich.text import Text

    from govgraph.commands.tables import console

    out = console()
    colours = {"conflict": "bold red", "outlier": "yellow", "gap": "cyan"}
    for finding in findings:
        out.print(Text.assemble((finding.kind, colours[finding.kind]), "  ", finding.message, (f"  {finding.check}", "dim")))
        for side in finding.sides:
            for sentence in side.sentences[:_SHOWN]:
                words = " ".join(sentence.exact.split())
                out.print(Text.assemble("    ", words, (f"  {sentence.file}", "dim")))
    counts = Counter(finding.kind for finding in findings)
    told = ", ".join(f"{counts[kind]} {kind}{'s' if counts[kind] != 1 else ''}" for kind in colours if counts[kind])
    click.echo(told or "no findings", err=True)
