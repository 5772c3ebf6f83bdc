"""Of whom a sentence tells that names one person alone, or speaks of "his" and "her": a life told from post to post."""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.reading.discourse import Discourse
from govgraph.reading.lines import Item, Line, Mention, is_token
from govgraph.reading.resolved import Resolved
from govgraph.reading.surnames import gender_of
from govgraph.reading.words import word_set

_FEW_BEFORE = 3  # sentences in which stands whom "his" and "her" mean


def subject_of(line: Line, discourse: Discourse) -> Resolved | None:
    """The only person whom a sentence names, or else, where it says "his" or "her", the last sentence that names anybody.

    None where there are several, or somebody whom nothing tells.
    """
    people = _people(line, discourse)
    if people:
        return _alone(people)
    if not any(is_token(item, *word_set("possessives-of-people")) for item in line.items):
        return None
    for before in reversed(discourse.before(line, _FEW_BEFORE)):
        named = _people(before, discourse)
        if named:
            alone = _alone(named)
            return Resolved(alone.value, False, (*alone.support, before.span)) if alone else None
    return None


def _alone(people: Sequence[Resolved | None]) -> Resolved | None:
    """The one whom all of them are."""
    return people[0] if len({one.value if one else "" for one in people}) == 1 else None


def _people(line: Line, discourse: Discourse) -> Sequence[Resolved | None]:
    """The people of a sentence; None for one whom nothing tells, or who may be a firm: "at Goldman Sachs"."""
    return [
        discourse.resolve(person, line) if _is_somebody(person, before) else None
        for before, person in zip((None, *line.items), line.items, strict=False)
        if isinstance(person, Mention) and person.kind == "person"
    ]


def _is_somebody(person: Mention, before: Item | None) -> bool:
    named = not person.parts.keys().isdisjoint({"ref", "title"}) or gender_of(person.value.split()[0]) is not None
    return named or before is None or not is_token(before, *word_set("before-a-firm"))
