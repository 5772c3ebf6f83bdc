"""`govgraph patterns`: by which patterns communiqués are read."""

from __future__ import annotations

import click


@click.command("patterns")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the fact patterns, or show one with its examples.

    \b
    Example:
      govgraph patterns host-chosen
    """
    from govgraph.errors import DefinitionError
    from govgraph.reading.definitions import definitions

    if name is None:
        for definition in definitions():
            click.echo(f"{click.style(definition.id, bold=True)}  {definition.says}")
        return
    found = next((one for one in definitions() if one.id == name), None)
    if found is None:
        import difflib

        near = difflib.get_close_matches(name, [one.id for one in definitions()], 1)
        raise DefinitionError(f"{name}: no pattern of this name" + (f"; did you mean `{near[0]}`?" if near else ""))
    click.echo(f"{found.id}  ({found.file})\n  {found.says}")
    for label, patterns in (("patterns", found.patterns), ("needs", found.needs), ("unless", found.unless)):
        for pattern in patterns:
            click.echo(f"  {label}: {pattern.source}")
    for template in found.gives:
        click.echo(f"  gives: {template.subject} | {template.property} | {template.value}")
    for example in found.examples:
        click.echo(f"  example: {' '.join(str(example['text']).split())}")
    for counter in found.counter_examples:
        click.echo(f"  not: {' '.join(counter.split())}")
