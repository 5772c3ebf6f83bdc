"""`govgraph query`: competency questions."""

from __future__ import annotations

import sys

import click

from govgraph.commands.opening import Asked, graph_options

FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "turtle", "ntriples", "rdfxml", "json-ld")


@click.command("query")
@click.argument("query", metavar="NAME|FILE|-", required=False)
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A parameter of the query; may be repeated.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: a table; Turtle for CONSTRUCT.")
@graph_options(times=True)
def command(
    query: str | None,
    settings: tuple[str, ...],
    format_: str | None,
    asked: Asked,
) -> None:
    """Ask a question by name, or one of your own from a file or standard input. Without a name, list the questions.

    \b
    Examples:
      govgraph query
      govgraph query host-succession
      govgraph query recognition-count --set date=2013-10-24 --format csv
      govgraph query office-holders --as-of 2013-10 --known-on 2014
    """
    from govgraph.asking.queries import bind, find_query, parse_query, run

    if query is None:
        _list()
        return
    chosen = parse_query(_standard_input(), "standard input") if query == "-" else find_query(query)
    values = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--set {setting}: write it like --set date=2013-10-24")
        values[name] = value
    import pyoxigraph as ox

    from govgraph.asking.results import as_table, serialize

    answer: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean | list[ox.Triple]
    endpoint = asked.server()
    answer = endpoint.ask(bind(chosen, values)) if endpoint else run(asked.open(), chosen, values)
    if isinstance(answer, ox.QuerySolutions) and format_ in (None, "table"):
        from govgraph.commands.tables import print_table

        print_table(as_table(answer))
        return
    click.echo(serialize(answer, None if format_ == "table" else format_), nl=False)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        from govgraph.errors import QueryError

        raise QueryError("standard input: is no UTF-8; convert it first") from None


def _list() -> None:
    from govgraph.asking.queries import queries

    for name, query in queries().items():
        click.echo(f"{click.style(name, bold=True)}\n  {query.question}")
        for parameter in query.parameters:
            default = f" (default: {parameter.default})" if parameter.default else ""
            click.echo(f"    --set {parameter.name}=…  {parameter.about}{default}")
        if query.columns:
            click.echo(f"    columns: {', '.join(query.columns)}")
