"""`govgraph review`: put what is doubtful before people, and take their decisions back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.asking.facts import Row
    from govgraph.graph.reviews import Decision
    from govgraph.graph.store import GraphStore
    from govgraph.knowing.doubts import Doubt

UNDO = "undo"


@click.command("review")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The table to write; default: standard output.")
@click.option(
    "--load",
    "table",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Take the decisions in this table into the store.",
)
@click.option("--decisions", "taken", is_flag=True, help="Write the decisions that are in the store, to keep or to undo.")
@store_option
def command(output: Path | None, table: Path | None, taken: bool, store_path: str) -> None:
    """Write the facts that a person should look at to a table (CSV); with --load, take the table back with its decisions.

    Doubtful are facts from patterns of low confidence, facts that contradict one another, and people whose names are close.
    Fill in `decision`, `author` and `date`, and for correct and merge the `correction`:

    \b
      accept   it is right, and not asked about again
      reject   it is wrong, and leaves the graph
      correct  `correction` is the value, another subject (person:NAME), or a whole `subject | property | value`
      merge    `correction` is the name under which all facts about this subject go from now on
      undo     takes an earlier decision back

    Decisions win over what is read, also when a document is loaded again.

    \b
    Examples:
      govgraph review -o doubts.csv
      govgraph review --load doubts.csv
      govgraph review --decisions
    """
    from govgraph.graph.store import open_store

    if table is not None:
        from govgraph.graph.reviewtables import read_decisions
        from govgraph.knowing.inference import bring_up_to_date

        decisions = read_decisions(table)
        store = open_store(store_path, write=True)
        done = store.decide(decisions)
        bring_up_to_date(store)
        for one in done.unmet:
            what = "there is no decision to undo on" if one.verdict == UNDO else "no reading is"
            click.echo(f"{one.where}: {what} {' | '.join(one.key)}", err=True)
        click.echo(
            f"{len(decisions)} decisions read, {done.count} count, {done.changed} readings changed, in {store_path}", err=True
        )
        return
    from govgraph.asking.exporting import write_file
    from govgraph.graph.reviews import decisions_in
    from govgraph.knowing.doubts import doubts

    store = open_store(store_path)
    found = decisions_in(store.store)
    if taken:
        written, said = _claims(found), f"{len(found)} decisions"
    else:
        settled = _settled(found, store.documents().values())
        open_ = [one for one in doubts(_rows(store)) if _what(one.row) not in settled]
        written, said = _table(open_), f"{len(open_)} facts to look at"
    if output is None:
        click.echo(written, nl=False)
    else:
        _keep_what_is_filled_in(output, found)
        write_file(output, written.encode())
    click.echo(said + (f", in {output}" if output else ""), err=True)


def _rows(store: GraphStore) -> list[Row]:
    """The facts of the graph; a document whose name several have is called by its address."""
    from collections import Counter
    from dataclasses import replace

    from govgraph.asking.facts import facts_with_graphs

    present = store.documents()
    names = Counter(name for _, name in present.values())
    return [
        replace(row, document=present[graph.partition("#")[0]][0]) if names[row.document] > 1 else row
        for row, graph in facts_with_graphs(store)
    ]


def _what(row: Row) -> tuple[str, ...]:
    return row.subject, row.property, row.value, row.document


def _settled(decisions: Iterable[Decision], called: Iterable[tuple[str, str]]) -> set[tuple[str, ...]]:
    """What was decided on, with each document under its address and under its file's name."""
    names: dict[str, set[str]] = {}
    for key, name in called:
        names.setdefault(key, set()).update((key, name))
    return {(*one.key[:3], name) for one in decisions for name in names.get(one.document, {one.document})}


def _keep_what_is_filled_in(output: Path, taken: Iterable[Decision]) -> None:
    """Refuses to write over a table with decisions that the store does not hold yet.

    Raises:
        DocumentError: it has some.
    """
    from govgraph.errors import DocumentError
    from govgraph.graph.reviewtables import read_decisions

    if not output.is_file():
        return
    try:
        filled = read_decisions(output)
    except DocumentError:
        filled = []
        if b"decision" in output.read_bytes()[:400]:
            raise DocumentError(f"{output}: is there already, and cannot be read as a table; give another name") from None
    known = {(one.verdict, one.key[:3], one.author, one.day) for one in taken}
    new = [one for one in filled if (one.verdict, one.key[:3], one.author, one.day) not in known and one.verdict != UNDO]
    if new:
        raise DocumentError(
            f"{new[0].where}: {output} holds {len(new)} decisions that are not in the store; take them in with "
            f"`govgraph review --load {output}` first, or give another name"
        )


def _table(found: Iterable[Doubt]) -> str:
    from dataclasses import asdict

    from govgraph.graph.reviewtables import TO_FILL
    from govgraph.reading.facts import COLUMNS

    rows = ([*("" for _ in TO_FILL), doubt.why, *asdict(doubt.row).values()] for doubt in found)
    return _csv((*TO_FILL, "why", *COLUMNS), rows)


def _claims(found: Iterable[Decision]) -> str:
    """The decisions as rows of a table that can be loaded back."""
    header = ("decision", "correction", "author", "date", "note", "subject", "property", "value", "document")
    rows = [
        (one.verdict, one.correction, one.author, one.day, one.note, one.subject, one.property, one.value, one.document)
        for one in sorted(found, key=lambda one: (one.day, one.key))
    ]
    return _csv(header, rows)


def _csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    from govgraph.asking.facts import harmless

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()
