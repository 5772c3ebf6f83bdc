"""Word classes: the lists of words and phrases that patterns name with `@`, from `loaders/communiques/words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from govgraph.errors import DefinitionError
from govgraph.resources import resource

COMMUNIQUES = "loaders/communiques"


def read_yaml(path: Path) -> object:
    """The content of a definition file.

    Raises:
        DefinitionError: it is no YAML; the message names the line.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise DefinitionError(f"{path}{line}: is no YAML ({getattr(error, 'problem', error)})") from None


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """Each class with its words and phrases, longest first."""
    path = resource(f"{COMMUNIQUES}/words.yaml")
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise DefinitionError(f"{path}: should hold `class: [word, …]` entries")
    classes = {}
    for name, entry in content.items():
        words = list(entry)
        wrong = [word for word in words if not isinstance(word, str)]
        if wrong:
            raise DefinitionError(f"{path}: in `{name}`, {wrong[0]!r} is no text to YAML; put quotation marks around it")
        classes[str(name)] = tuple(sorted({str(word) for word in words}, key=lambda word: (-len(word), word)))
    return classes


@cache
def word_set(name: str) -> frozenset[str]:
    """The words and phrases of a class, to ask whether a word is one of them."""
    return frozenset(word_classes()[name])


@cache
def word_values(name: str) -> Mapping[str, str]:
    """For a class whose words stand for something (months, numerals, qualifiers): the word and what it stands for."""
    path = resource(f"{COMMUNIQUES}/words.yaml")
    content = read_yaml(path)
    entry = content.get(name) if isinstance(content, dict) else None
    if not isinstance(entry, dict):
        raise DefinitionError(f"{path}: `{name}` should hold `word: value` entries")
    return {str(word): str(value) for word, value in entry.items()}
