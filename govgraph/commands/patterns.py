"""`govgraph patterns`: by which patterns communiqués are read."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("patterns")
@click.argument("name", required=False)
@click.option(
    "--in",
    "corpus",
    multiple=True,
    metavar="DOCUMENT|FOLDER",
    type=click.Path(path_type=Path, exists=True),
    help="Count what each pattern finds in these texts; those that never fire come last.",
)
def command(name: str | None, corpus: tuple[Path, ...]) -> None:
    """List the patterns, frames and forms of posts, or show one with its examples.

    With --in, each is listed with how often it matched in the texts, how many facts it gave, how many of them
    contradict another fact of the same text, and which patterns gave those.
    Rules that are no pattern (quotations, lists, ballots) are counted too.

    \b
    Examples:
      govgraph patterns host-chosen
      govgraph patterns --in data/documents
    """
    from govgraph.errors import DefinitionError
    from govgraph.reading.rulebook import rulebook

    if corpus:
        _print_uses(corpus, name)
        return
    if name is None:
        for definition in rulebook():
            click.echo(f"{click.style(definition.id, bold=True)}  {definition.says}")
        return
    found = next((one for one in rulebook() if one.id == name), None)
    if found is None:
        import difflib

        near = difflib.get_close_matches(name, [one.id for one in rulebook()], 1)
        raise DefinitionError(f"{name}: no pattern of this name" + (f"; did you mean `{near[0]}`?" if near else ""))
    click.echo(f"{found.id}  ({found.file})\n  {found.says}")
    roles = ((f"{role.name}:{' needed' * role.needed} within {role.reach}", role.patterns) for role in found.roles)
    guards = (("walls:", found.walls), ("needs:", found.needs), ("unless:", found.unless))
    for label, patterns in (("patterns:", found.patterns), *roles, *guards):
        for pattern in patterns:
            click.echo(f"  {label} {pattern.source}")
    for template in found.gives:
        click.echo(f"  gives: {template.subject} | {template.property} | {template.value}")
    for example in found.examples:
        click.echo(f"  example: {' '.join(str(example['text']).split())}")
    for counter in found.counter_examples:
        click.echo(f"  not: {' '.join(counter.split())}")


def _print_uses(corpus: tuple[Path, ...], name: str | None) -> None:
    from govgraph.documents.formats import TABLE, read_document
    from govgraph.graph.loading import files
    from govgraph.reading.rulebook import rulebook
    from govgraph.reading.tracing import PatternUse, uses

    texts = [file for file in files(corpus) if file.suffix.lower() not in TABLE]
    found = uses(read_document(file) for file in texts)
    rules = [*(one.id for one in rulebook()), *sorted(found.keys() - {one.id for one in rulebook()})]
    listed = [(rule, found.get(rule, PatternUse())) for rule in rules if name in (None, rule)]
    click.echo(f"{'pattern':38}{'matches':>9}{'facts':>8}{'conflicts':>11}")
    for rule, use in sorted(listed, key=lambda one: (-one[1].facts, -one[1].matches, one[0])):
        against = ", ".join(f"{other} {number}" for other, number in sorted(use.against.items()))
        note = f"  with {against}" if against else "" if use.matches or use.facts else "  never fired"
        click.echo(f"{rule:38}{use.matches:>9}{use.facts:>8}{use.conflicts:>11}{note}")
    silent = sum(not (use.matches or use.facts) for _, use in listed)
    click.echo(f"{len(listed)} patterns, {silent} never fired, in {len(texts)} texts", err=True)
