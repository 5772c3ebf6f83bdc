"""`govgraph explain`: who says so?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from govgraph.commands.opening import Asked, graph_options

if TYPE_CHECKING:
    from govgraph.knowing.explanations import Evidence
    from govgraph.knowing.proofs import Proof

_SHOWN = 3
"""How many sentences of a premise a tree shows."""


@click.command("explain")
@click.argument("thing")
@click.argument("property_", metavar="[PROPERTY]", required=False)
@click.option("--format", "format_", type=click.Choice(("text", "json", "mermaid")), default="text", show_default=True)
@graph_options()
def command(thing: str, property_: str | None, format_: str, asked: Asked) -> None:
    """Show the sentences behind what the graph says of a thing, with document and offsets, the words highlighted.

    For what no sentence says, but follows by a rule, show the proof: the rule, what it takes for granted, and its premises
    down to the sentences that state them; with --format mermaid as a flowchart.

    THING is an IRI, a CURIE (id:interpol/general-assembly/82) or a flat subject (session:INTERPOL/82); PROPERTY a flat
    property such as `country`, or a term such as `heldAtSession`.

    \b
    Example:
      govgraph explain session:INTERPOL/82 country
    """
    from govgraph.errors import UnknownThingError
    from govgraph.knowing.explanations import explain
    from govgraph.knowing.proofs import as_mermaid, derived_about, prove, prove_read
    from govgraph.knowing.sources import count_sources, fact_of

    store = asked.open()
    proofs = prove(store, derived_about(store, thing, property_))
    try:
        evidence = explain(store, thing, property_)
    except UnknownThingError:
        if not proofs:
            raise
        evidence = []
    if format_ == "mermaid":
        click.echo(as_mermaid([*prove_read(evidence), *proofs]), nl=False)
    elif format_ == "json":
        import json
        from dataclasses import asdict

        counts = count_sources((one.row, one.sentence) for one in evidence)
        told = [{**asdict(one), "sources": counts[fact_of(one.row)]} for one in evidence]
        told += [{"derived": asdict(proof)} for proof in proofs]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _print(evidence)
        _print_proofs(proofs)


def _print(evidence: Sequence[Evidence]) -> None:
    import re
    from itertools import groupby

    from rich.text import Text

    from govgraph.commands.tables import console
    from govgraph.knowing.explanations import highlighted
    from govgraph.knowing.sources import count_sources, fact_of

    out = console()
    counts = count_sources((one.row, one.sentence) for one in evidence)
    for (subject, name, value), group in groupby(evidence, key=lambda one: fact_of(one.row)):
        out.print(Text.assemble((subject, "bold"), "  ", name, "  ", (value, "bold")))
        told = list(group)
        for one in told:
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
            for decision in one.decided:
                out.print(Text(f"    {decision}", style="yellow"))
            for other in one.support:
                out.print(Text.assemble(("    rests on: ", "dim"), " ".join(other.exact.split())))
        if len(told) > 1:
            number = counts[subject, name, value]
            out.print(Text(f"  {number} independent source{'s' if number != 1 else ''}", style="dim"))
        out.print()


def _print_proofs(proofs: Sequence[Proof]) -> None:
    from rich.text import Text
    from rich.tree import Tree

    from govgraph.commands.tables import console
    from govgraph.knowing.proofs import is_derived

    def statement(proof: Proof) -> Text:
        follows = ("  follows", "dim") if is_derived(proof) else ("", "")
        return Text.assemble((proof.subject, "bold"), "  ", proof.property, "  ", (proof.value, "bold"), follows)

    def grow(tree: Tree, proof: Proof) -> None:
        for sentence in proof.sentences[:_SHOWN]:
            tree.add(Text.assemble(" ".join(sentence.exact.split()), (f"  {sentence.file}", "dim")))
        if len(proof.sentences) > _SHOWN:
            tree.add(Text(f"and {len(proof.sentences) - _SHOWN} more, in --format json", style="dim"))
        for reference in proof.references:
            tree.add(Text(f"reference: {shorten(reference)}", style="dim"))
        for way in proof.ways:
            branch = tree.add(Text.assemble("by ", (way.rule, "italic"), (f"  {way.question}", "dim")))
            if way.assumes:
                branch.add(Text(f"assuming: {way.assumes}", style="yellow"))
            for premise in way.premises:
                grow(branch.add(statement(premise)), premise)

    from govgraph.asking.results import shorten

    out = console()
    for proof in proofs:
        tree = Tree(statement(proof), guide_style="dim")
        grow(tree, proof)
        out.print(tree)
        out.print()
