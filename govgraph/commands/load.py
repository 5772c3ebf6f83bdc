"""`govgraph load`: read sources into the store."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from rich.console import Console


@click.command("load")
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENT|FOLDER|TABLE...", type=click.Path(path_type=Path))
@click.option("--validate", "check", is_flag=True, help="Check what changed against the shapes; exit code 1 for a violation.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="In how many processes texts are read.")
@store_option
def command(paths: tuple[Path, ...], check: bool, jobs: int, store_path: str) -> None:
    """Read documents (.txt, .md, .html, .pdf), tables (.csv with a mapping) and folders of them into the store.

    One document is one transaction. Loading the same again changes nothing; a newer version of a document (the same `source:`,
    or the same file name where it has none) takes the place of the older one. If any of the files cannot be read, nothing is
    loaded. Then what follows from the graph by the rules of `ontology/rules/` is brought up to date.

    \b
    Example:
      govgraph load data/documents data/tables
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from govgraph.graph.loading import files, read_all
    from govgraph.graph.store import open_store
    from govgraph.knowing.inference import bring_up_to_date

    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        found = files(paths)
        task = progress.add_task("Reading", total=len(found))
        sources = []
        for source in read_all(found, jobs):
            sources.append(source)
            progress.advance(task)
        store = open_store(store_path, write=True)
        store.load_reference()
        task = progress.add_task("Loading", total=len(sources))
        outcomes: Counter[str] = Counter()
        kinds: Counter[tuple[str, str]] = Counter()
        replaced: list[str] = []
        changed: list[str] = []
        for number, source in enumerate(sources):
            try:
                loaded = store.load(source)
            except KeyboardInterrupt:
                progress.stop()
                click.echo(f"interrupted: {number} of {len(sources)} documents are in; run the same command again", err=True)
                raise
            outcomes[loaded.outcome] += 1
            if loaded.outcome != "unchanged":
                changed.append(source.iri)
            if loaded.outcome == "replaced":
                replaced.append(loaded.name)
            kinds.update((fact.kind, fact.property) for fact in source.facts)
            progress.advance(task)
        inferred = bring_up_to_date(store)
    _summary(console, outcomes, kinds, store_path)
    if inferred.added or inferred.removed:
        console.print(
            f"{inferred.added} derivations added, {inferred.removed} removed, in the affairs of {len(inferred.units)}"
        )
    if replaced:
        console.print(f"in place of older versions: {', '.join(replaced)}")
    if check:
        from govgraph.commands.validate import print_findings
        from govgraph.knowing.validation import validate_part

        findings = validate_part(store, inferred.units, changed)
        print_findings(findings, store)
        if any(finding.severity == "Violation" for finding in findings):
            raise click.exceptions.Exit(1)


def _summary(console: Console, outcomes: Counter[str], kinds: Counter[tuple[str, str]], store_path: str) -> None:
    from rich.table import Table

    table = Table("about", "property", "facts", box=None, pad_edge=False)
    table.columns[2].justify = "right"
    for (kind, property_), number in sorted(kinds.items()):
        table.add_row(kind, property_, str(number))
    console.print(table)
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    console.print(f"{sum(outcomes.values())} documents ({told}), {sum(kinds.values())} facts, in {store_path}")
