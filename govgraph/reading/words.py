"""Word classes: the lists of words and phrases that patterns name with `@`, from `loaders/communiques/words.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from govgraph.errors import DefinitionError
from govgraph.resources import resource

COMMUNIQUES = "loaders/communiques"


def read_yaml(path: Path) -> object:
    """The content of a definition file.

    Raises:
        DefinitionError: it is no YAML, or has a key twice in one place; the message names the line.
    """
    reads = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = reads(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        if twice := next(_keys_twice(node), None):
            line = twice.start_mark.line + 1
            raise DefinitionError(f"{path}:{line}: `{twice.value}` stands here a second time; give one of them another name")
        return loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise DefinitionError(f"{path}{line}: is no YAML ({getattr(error, 'problem', error)})") from None


def _keys_twice(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """The keys of which YAML would keep the last alone."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                yield key
            seen.add(key.value)
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in child if isinstance(child, tuple) else (child,):
            yield from _keys_twice(one)


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """Each class with its words and phrases, longest first; `@other` in a class stands for the words of that one.

    Raises:
        DefinitionError: the file is not well formed, or includes a class that it does not hold.
    """
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
        lacking = [word for word in words if word.startswith("@") and word[1:] not in content]
        if lacking:
            raise DefinitionError(f"{path}: `{name}` includes `{lacking[0]}`, which is no class of this file")
        whole = {one for word in words for one in (content[word[1:]] if word.startswith("@") else (word,))}
        classes[str(name)] = tuple(sorted(whole, key=lambda word: (-len(word), word)))
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


@cache
def spellings(word: str) -> tuple[str, ...]:
    """A word as British and as American English spell it: "recognised", "recognized"."""
    if word.startswith(tuple(word_set("spelt-alike"))):
        return (word,)
    for british, american in word_values("spellings").items():
        for stem, other in ((british, american), (american, british)):
            if word.startswith(stem):
                return word, other + word[len(stem) :]
    return (word,)
