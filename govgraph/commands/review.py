"""`govgraph review`: put what is doubtful before people, and take their decisions back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from govgraph.knowing.doubts import Doubt

_TO_FILL = ("decision", "correction", "author", "date", "note")


@click.command("review")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The table to write; default: standard output.")
@click.option(
    "--load",
    "table",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Take the decisions in this table into the store.",
)
@store_option
def command(output: Path | None, table: Path | None, store_path: str) -> None:
    """Write the facts that a person should look at to a table (CSV); with --load, take the table back with its decisions.

    Doubtful are facts from patterns of low confidence, facts that contradict one another, and people whose names are close.
    Fill in `decision` (accept, reject, correct, merge; undo takes an earlier one back), `author` and `date`, and for correct
    and merge the `correction`. Decisions win over what is read, also when a document is loaded again.

    \b
    Examples:
      govgraph review -o doubts.csv
      govgraph review --load doubts.csv
    """
    from govgraph.graph.store import open_store

    if table is not None:
        from govgraph.graph.reviews import read_decisions
        from govgraph.knowing.inference import bring_up_to_date

        decisions = read_decisions(table)
        store = open_store(store_path, write=True)
        counting, changed = store.decide(decisions)
        bring_up_to_date(store)
        click.echo(f"{len(decisions)} decisions read, {counting} count, {changed} readings changed, in {store_path}", err=True)
        return
    from govgraph.asking.exporting import write_file
    from govgraph.asking.facts import facts
    from govgraph.graph.reviews import decisions_in
    from govgraph.knowing.doubts import doubts

    store = open_store(store_path)
    settled = {one.key for one in decisions_in(store.store)}
    open_ = [
        doubt
        for doubt in doubts(facts(store))
        if (doubt.row.subject, doubt.row.property, doubt.row.value, doubt.row.document) not in settled
    ]
    written = _table(open_)
    if output is None:
        click.echo(written, nl=False)
    else:
        write_file(output, written.encode())
    click.echo(f"{len(open_)} facts to look at" + (f", in {output}" if output else ""), err=True)


def _table(found: list[Doubt]) -> str:
    from dataclasses import asdict

    from govgraph.asking.facts import harmless
    from govgraph.reading.facts import COLUMNS

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*_TO_FILL, "why", *COLUMNS))
    for doubt in found:
        cells = [harmless(cell) if isinstance(cell, str) else cell for cell in asdict(doubt.row).values()]
        writer.writerow([*("" for _ in _TO_FILL), doubt.why, *cells])
    return out.getvalue()
