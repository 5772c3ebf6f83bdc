"""`govgraph facts`: flat facts with evidence."""

from __future__ import annotations

import click

from govgraph.commands import store_option


@click.command("facts")
@click.argument("thing", required=False)
@click.argument("property_", metavar="[PROPERTY]", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("table", "jsonl", "csv")),
    help="Default: a table on a terminal, else JSON Lines.",
)
@store_option
def command(thing: str | None, property_: str | None, format_: str | None, store_path: str) -> None:
    """List the facts in the store, one a line, each with the words that state it and where they stand.

    THING is an IRI, a CURIE or a flat subject; PROPERTY a flat property such as `country`. Without them, all facts.

    \b
    Example:
      govgraph facts session:INTERPOL/82 country --format csv
    """
    import sys

    from govgraph.asking.facts import as_csv, as_jsonl, facts
    from govgraph.graph.store import open_store
    from govgraph.knowing.explanations import known_facts

    store = open_store(store_path)
    rows = [row for row, _ in known_facts(store, thing, property_)] if thing else facts(store)
    chosen = format_ or ("table" if sys.stdout.isatty() else "jsonl")
    if chosen == "table":
        from govgraph.commands.tables import print_rows

        print_rows(rows)
    else:
        click.echo(as_csv(rows) if chosen == "csv" else as_jsonl(rows), nl=False)
