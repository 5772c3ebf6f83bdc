"""The rules that find typed mentions, as they stand in `loaders/communiques/mentions/`, one layer a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from govgraph.errors import DefinitionError
from govgraph.reading.patterns import Pattern, compile_pattern
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource


@dataclass(frozen=True)
class MentionRule:
    """One kind of mention: the patterns that find it, constant parts, and what it is tested on.

    The mention covers the slots named in `covers` and what lies between them, or without any the whole match.
    """

    id: str
    kind: str
    patterns: tuple[Pattern, ...]
    sets: Mapping[str, str]
    covers: Sequence[str]
    examples: Sequence[Mapping[str, object]]


@cache
def layers() -> tuple[tuple[MentionRule, ...], ...]:
    """The rules, one layer a file, in the order of the files' names.

    Raises:
        DefinitionError: a file or a rule in it is not well formed.
    """
    files = sorted(resource(f"{COMMUNIQUES}/mentions").glob("*.yaml"))
    return tuple(tuple(read_mention_rules(file)) for file in files)


def read_mention_rules(file: Path) -> list[MentionRule]:
    """The rules of one file.

    Raises:
        DefinitionError: it holds no list of rules, or one that is not well formed.
    """
    content = read_yaml(file)
    if not isinstance(content, list):
        raise DefinitionError(f"{file}: should hold a list of rules")
    rules = []
    for entry in content:
        if not isinstance(entry, dict) or not {"id", "mention", "patterns"} <= entry.keys():
            raise DefinitionError(f"{file}: each rule needs `id`, `mention` and `patterns`; see {entry}")
        where = f"{file.name}: {entry['id']}"
        covers = tuple(str(name) for name in entry.get("covers") or ())
        patterns = tuple(compile_pattern(str(source), where) for source in entry["patterns"])
        for one in patterns if covers else ():
            if not {slot.name for slot in one.slots}.intersection(covers):
                raise DefinitionError(f"{where}: `covers` names {', '.join(covers)}, but `{one.source}` has no such slot")
        sets = {str(key): str(value) for key, value in (entry.get("sets") or {}).items()}
        rules.append(MentionRule(str(entry["id"]), str(entry["mention"]), patterns, sets, covers, entry.get("examples") or ()))
    return rules
