"""`govgraph validate`: the graph against its shapes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from govgraph.graph.store import GraphStore
    from govgraph.knowing.validation import Finding


@click.command("validate")
@click.argument("thing", required=False)
@click.option("--format", "format_", type=click.Choice(("table", "json", "turtle")), default="table", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(("violation", "warning", "info", "never")),
    default="violation",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--shapes", multiple=True, metavar="FILE", help="Shapes of your own (Turtle) in place of govgraph's; may be repeated."
)
@click.option("--data", metavar="FILE", type=click.Path(path_type=Path), help="An RDF file in place of the store.")
@store_option
def command(thing: str | None, format_: str, fail_on: str, shapes: tuple[str, ...], data: Path | None, store_path: str) -> None:
    """Check the graph against the SHACL shapes; each finding leads to the sentences behind it.

    With THING (an IRI, a CURIE, a flat subject), only the organisation that it belongs to, with all that belongs to this.
    A constraint in SPARQL is asked once for all nodes of its target class, so it needs one.

    Exit code 1 where there are findings of the severity of --fail-on or above.

    \b
    Example:
      govgraph validate --format json
      govgraph validate --shapes mine.ttl --data governance.trig
    """
    from govgraph.graph.rdffiles import open_file
    from govgraph.graph.store import open_store
    from govgraph.graph.units import units_of_thing
    from govgraph.knowing.explanations import must_be_there
    from govgraph.knowing.reports import as_json, as_turtle
    from govgraph.knowing.validation import severity_rank, validate, validate_part

    if thing and (shapes or data):
        raise click.UsageError("THING goes with the store and its own shapes; leave out --shapes and --data, or THING.")
    store = open_file(data) if data else open_store(store_path)
    if thing:
        units = units_of_thing(store.store, must_be_there(store, thing))
        findings = validate_part(store, units)
    else:
        findings = validate(store, shapes)
    if format_ == "json":
        click.echo(as_json(findings, store), nl=False)
    elif format_ == "turtle":
        click.echo(as_turtle(findings), nl=False)
    else:
        print_findings(findings, store)
    limit = {"violation": 1, "warning": 2, "info": 3, "never": 0}[fail_on]
    if any(severity_rank(finding.severity) < limit for finding in findings):
        raise click.exceptions.Exit(1)


def print_findings(findings: Sequence[Finding], store: GraphStore) -> None:
    """Prints each finding with the sentences behind it, and how many there are."""
    from collections import Counter

    from rich.text import Text

    from govgraph.asking.results import shorten
    from govgraph.commands.tables import console
    from govgraph.knowing.explanations import sentences_behind

    out = console()
    colours = {"Violation": "bold red", "Warning": "yellow", "Info": "cyan"}
    for finding in findings:
        out.print(
            Text.assemble(
                (finding.severity, colours.get(finding.severity, "bold red")),
                f"  {shorten(finding.focus)}  ",
                (finding.shape.rpartition("#")[2], "dim"),
            )
        )
        out.print(Text(f"  {finding.message}"))
        for sentence in sentences_behind(store, finding.focus, finding.path, finding.value)[:6]:
            out.print(Text(f"    {sentence.file}: {' '.join(sentence.exact.split())}", style="dim"))
    counts = Counter(finding.severity for finding in findings)
    told = ", ".join(
        f"{counts[severity]} {severity.lower()}{'s' if counts[severity] != 1 else ''}"
        for severity in (*colours, *sorted(set(counts) - set(colours)))
        if counts[severity]
    )
    click.echo(told or "no findings", err=True)
