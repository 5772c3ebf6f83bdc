"""`govgraph extract`: show what would be read."""

from __future__ import annotations

from pathlib import Path

import click

FORMATS = ("jsonl", "csv", "table", "trig", "nquads", "turtle", "ntriples")


@click.command("extract")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="DOCUMENT|FOLDER|TABLE|-...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: a table on a terminal, else JSON Lines.")
@click.option("--trace", is_flag=True, help="Show sentence by sentence what was found, nearly found, and overlooked.")
def command(paths: tuple[Path, ...], format_: str | None, trace: bool) -> None:
    """Print what would be read: flat rows, one fact a line, or triples. Touches no store. `-` is standard input.

    With --trace, each sentence of the texts follows with its mentions, the facts that it gave, the patterns that matched
    and gave nothing (and why), and a note where it looks like governance but gave nothing.

    \b
    Example:
      govgraph extract communique.txt --format jsonl
    """
    import sys

    if trace:
        from govgraph.commands.traces import print_traces

        print_traces(paths, format_)
        return
    from govgraph.asking.facts import as_csv, as_jsonl, rows_of
    from govgraph.graph.exports import write_quads
    from govgraph.graph.loading import files, read_all, read_text

    sources = [read_text(sys.stdin.buffer.read(), "stdin.txt") for path in paths if str(path) == "-"]
    sources += read_all(files(path for path in paths if str(path) != "-"))
    chosen = format_ or ("table" if sys.stdout.isatty() else "jsonl")
    if chosen in ("trig", "nquads", "turtle", "ntriples"):
        click.echo(write_quads({quad for source in sources for quad in source.quads}, chosen), nl=False)
        return
    rows = [row for source in sources for row in rows_of(source)]
    if chosen == "table":
        from govgraph.commands.tables import print_rows

        print_rows(rows)
    else:
        click.echo(as_csv(rows) if chosen == "csv" else as_jsonl(rows), nl=False)
