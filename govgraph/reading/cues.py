"""Cues for a whole text, from `discourse.yaml`: what its dateline is, what lies ahead or behind, who is an organisation."""

from __future__ import annotations

from functools import cache

from govgraph.errors import DefinitionError
from govgraph.reading.patterns import Pattern, compile_pattern
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource


@cache
def cues() -> dict[str, tuple[Pattern, ...]]:
    """The patterns by the name of their cue.

    Raises:
        DefinitionError: the file is not well formed.
    """
    content = read_yaml(resource(f"{COMMUNIQUES}/discourse.yaml"))
    if not isinstance(content, dict):
        raise DefinitionError("discourse.yaml: should hold `name: [pattern, …]` entries")
    return {
        str(name): tuple(compile_pattern(str(source), f"discourse.yaml: {name}") for source in sources)
        for name, sources in content.items()
    }
