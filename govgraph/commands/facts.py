"""`govgraph facts`: flat facts with evidence."""

from __future__ import annotations

import click

from govgraph.commands.opening import Asked, graph_options


@click.command("facts")
@click.argument("thing", required=False)
@click.argument("property_", metavar="[PROPERTY]", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("table", "jsonl", "csv")),
    help="Default: a table on a terminal, else JSON Lines.",
)
@graph_options(times=True)
def command(
    thing: str | None,
    property_: str | None,
    format_: str | None,
    asked: Asked,
) -> None:
    """List the facts in the store, one a line, each with the words that state it and where they stand.

    What only follows by a rule has the words of a premise, the rule's name, and no sources; `sources` counts the independent
    sources of a fact: a document that repeats itself is one, and so are two that print the same words.

    THING is an IRI, a CURIE or a flat subject; PROPERTY a flat property such as `country`. Without them, all facts.

    \b
    Example:
      govgraph facts session:INTERPOL/82 country --format csv
    """
    import sys

    from govgraph.asking.facts import as_csv, as_jsonl
    from govgraph.knowing.explanations import nothing_known
    from govgraph.knowing.sources import SourcedRow, sourced_facts

    store = asked.open()
    rows = sourced_facts(store, thing, property_)
    if thing and not rows:
        raise nothing_known(store, thing, property_)
    chosen = format_ or ("table" if sys.stdout.isatty() else "jsonl")
    if chosen == "table":
        from govgraph.commands.tables import print_rows

        print_rows(rows)
    else:
        click.echo(as_csv(rows, SourcedRow) if chosen == "csv" else as_jsonl(rows), nl=False)
