"""Cues, from files of patterns by name: in `discourse.yaml` what a dateline is, what lies ahead, who is an organisation."""

from __future__ import annotations

from functools import cache

from govgraph.errors import DefinitionError
from govgraph.reading.patternindexes import Patterns
from govgraph.reading.patterns import compile_pattern
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource


def cues() -> dict[str, Patterns]:
    """The cues for a whole text."""
    return named_patterns("discourse.yaml")


@cache
def named_patterns(file: str) -> dict[str, Patterns]:
    """The patterns in a file of `loaders/communiques/`, by the name under which they stand.

    Raises:
        DefinitionError: the file is not well formed.
    """
    content = read_yaml(resource(f"{COMMUNIQUES}/{file}"))
    if not isinstance(content, dict):
        raise DefinitionError(f"{file}: should hold `name: [pattern, …]` entries")
    return {
        str(name): Patterns(compile_pattern(str(source), f"{file}: {name}") for source in sources)
        for name, sources in content.items()
    }
