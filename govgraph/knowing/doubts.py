"""What a person should look at: facts from patterns of low confidence, facts that contradict one another, and people who may
be one or may be two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from govgraph.asking.facts import Row
from govgraph.graph import iris
from govgraph.reading.rulebook import rulebook
from govgraph.reading.surnames import same_person
from govgraph.reading.tokens import plain
from govgraph.reading.tracing import FUNCTIONAL

CLOSE = 88
"""From how alike two names are (0 to 100, as RapidFuzz counts in `token_sort_ratio`) they may be one person's."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row and why it is doubtful."""

    row: Row
    why: str


def doubts(rows: Sequence[Row]) -> list[Doubt]:
    """The doubtful rows, sorted by document and place; each once, with all that is doubtful about it."""
    why: dict[Row, list[str]] = defaultdict(list)
    for row, reason in (*_of_low_confidence(rows), *_conflicts(rows), *_close_people(rows), *_two_of_one_name(rows)):
        if reason not in why[row]:
            why[row].append(reason)
    found = [Doubt(row, "; ".join(reasons)) for row, reasons in why.items()]
    return sorted(found, key=lambda doubt: (doubt.row.document, doubt.row.start, doubt.row.subject, doubt.row.property))


def _of_low_confidence(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    low = {one.id for one in rulebook() if one.confidence == "low"}
    for row in rows:
        if row.rule in low:
            yield row, f"the pattern {row.rule} is of low confidence"


def _conflicts(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    by_slot: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.subject.startswith("session:") and row.property in FUNCTIONAL - {"participants", "countriesRepresented"}:
            by_slot[row.subject, row.property].append(row)
    for slot in by_slot.values():
        values = sorted({row.value for row in slot})
        if len(values) > 1:
            for row in slot:
                others = ", ".join(value for value in values if value != row.value)
                yield row, f"other sentences say {others}"


def _close_people(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    first: dict[str, Row] = {}
    for row in rows:
        if row.subject.startswith("person:"):
            first.setdefault(row.subject, row)
    names = sorted(first)
    if len(names) < 2:
        return
    surnames: dict[str, list[str]] = defaultdict(list)
    for name in names:
        surnames[plain(name.split()[-1])].append(name)
    written = {name: plain(name.partition(":")[2]) for name in names}
    for name in names:
        found = process.extract_iter(written[name], written, scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE)
        alike = {other for _, _, other in found} | {
            other for other in surnames[plain(name.split()[-1])] if _same_words(name, other)
        }
        for other in sorted(alike - {name}):
            if iris.flat(name) != iris.flat(other):
                yield first[name], f"close to {other}: merge one of the two into the other if they are one"


def _same_words(one: str, two: str) -> bool:
    """Whether two names differ in initials and second names alone; a single word is too little to tell."""
    first, second = one.partition(":")[2], two.partition(":")[2]
    return len(first.split()) > 1 and len(second.split()) > 1 and same_person(first, second)


def _two_of_one_name(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """Nobody holds offices of two states."""
    states: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        owner = row.value.rpartition("|")[2]
        if row.property == "holds" and iris.is_country_code(owner):
            states[row.subject].setdefault(owner, row)
    for held in states.values():
        if len(held) > 1:
            for owner, row in held.items():
                yield (
                    row,
                    f"holds offices of two states: if two people do, correct it to another subject: {row.subject} ({owner})",
                )
