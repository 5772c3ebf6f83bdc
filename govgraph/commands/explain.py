"""`govgraph explain`: who says so?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from govgraph.commands import store_option

if TYPE_CHECKING:
    from govgraph.knowing.explanations import Evidence


@click.command("explain")
@click.argument("thing")
@click.argument("property_", metavar="[PROPERTY]", required=False)
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@store_option
def command(thing: str, property_: str | None, format_: str, store_path: str) -> None:
    """Show the sentences behind what the graph says of a thing, with document and offsets, the words highlighted.

    THING is an IRI, a CURIE (id:interpol/general-assembly/82) or a flat subject (session:INTERPOL/82); PROPERTY a flat
    property such as `country`.

    \b
    Example:
      govgraph explain session:INTERPOL/82 country
    """
    from govgraph.graph.store import open_store
    from govgraph.knowing.explanations import explain

    evidence = explain(open_store(store_path), thing, property_)
    if format_ == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(one) for one in evidence], ensure_ascii=False, indent=1))
        return
    _print(evidence)


def _print(evidence: Sequence[Evidence]) -> None:
    import re
    from itertools import groupby

    from rich.text import Text

    from govgraph.commands.tables import console
    from govgraph.knowing.explanations import highlighted

    out = console()
    for (subject, name, value), group in groupby(evidence, key=lambda one: (one.row.subject, one.row.property, one.row.value)):
        out.print(Text.assemble((subject, "bold"), "  ", name, "  ", (value, "bold")))
        for one in group:
            before, words, after = (re.sub(r"\s+", " ", part) for part in highlighted(one))
            out.print(Text.assemble("  ", before.lstrip(), (words, "bold reverse"), after.rstrip()))
            title = one.sentence.title + (f" ({one.sentence.issued})" if one.sentence.issued else "")
            if title != one.sentence.file:
                out.print(Text(f"    {title}", style="dim"))
            inferred = ", inferred" if one.row.status == "inferred" else ""
            place = f"{one.sentence.file}, characters {one.row.start} to {one.row.end}, by {one.row.rule}{inferred}"
            out.print(Text(f"    {place}", style="dim"))
            if one.sentence.source:
                out.print(Text(f"    {one.sentence.source}", style="dim"))
            for other in one.support:
                out.print(Text.assemble(("    rests on: ", "dim"), " ".join(other.exact.split())))
        out.print()
