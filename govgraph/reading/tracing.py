"""What was made of each sentence: its mentions, the patterns that fired, near misses, and what was overlooked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from govgraph.documents.document import Document, Span
from govgraph.reading.communique import read_communique
from govgraph.reading.cues import cues
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Mention
from govgraph.reading.matching import Attempt

FUNCTIONAL = frozenset({"country", "year", "start", "end", "participants", "countriesRepresented", "next"})
"""Properties of a session that have one value."""


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """A sentence with what was found in it.

    `near` are the patterns that matched and gave nothing; `overlooked` says that the sentence looks like governance (it
    speaks of an office, an ordinal, members, a host) and gave no fact.
    """

    span: Span
    text: str
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    near: tuple[Attempt, ...]
    overlooked: bool


@dataclass(frozen=True, slots=True)
class PatternUse:
    """What a pattern found in a corpus: how often it matched, how many facts stand, how many contradict another."""

    matches: int = 0
    facts: int = 0
    conflicts: int = 0
    against: Counter[str] = field(default_factory=Counter)


def trace(document: Document) -> Iterator[SentenceTrace]:
    """A trace of each sentence of a text, in order."""
    attempts: list[Attempt] = []
    reading = read_communique(document, attempts)
    read: dict[Span, list[Fact]] = {}
    missed: dict[Span, list[Attempt]] = {}
    for fact in reading.facts:
        read.setdefault(fact.sentence, []).append(fact)
    for attempt in attempts:
        if not attempt.facts:
            missed.setdefault(attempt.sentence, []).append(attempt)
    for line in reading.lines:
        facts = tuple(read.get(line.span, ()))
        near = tuple(dict.fromkeys(missed.get(line.span, ())))
        mentions = line.mentions
        text = document.text[line.span.start : line.span.end]
        yield SentenceTrace(line.span, text, mentions, facts, near, not facts and _looks_like_governance(line))


def _looks_like_governance(line: Line) -> bool:
    return line.matches_any(cues()["governance"])


def uses(documents: Iterable[Document]) -> dict[str, PatternUse]:
    """By pattern, what it found in the documents; a rule that is no pattern (a quotation, a list) is counted too."""
    matches: Counter[str] = Counter()
    stands: Counter[str] = Counter()
    conflicts: Counter[str] = Counter()
    against: dict[str, Counter[str]] = {}
    for document in documents:
        attempts: list[Attempt] = []
        reading = read_communique(document, attempts)
        matches.update(attempt.rule for attempt in attempts)
        stands.update(fact.rule for fact in reading.facts)
        for one, other in contradictions(reading.facts):
            for mine, theirs in ((one, other), (other, one)):
                conflicts[mine.rule] += 1
                against.setdefault(mine.rule, Counter())[theirs.rule] += 1
    return {
        rule: PatternUse(matches[rule], stands[rule], conflicts[rule], against.get(rule, Counter()))
        for rule in sorted({*matches, *stands})
    }


def contradictions(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts of one document that give a session two values where it has one."""
    first: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if fact.kind == "session" and fact.property in FUNCTIONAL:
            other = first.setdefault((fact.subject, fact.property), fact)
            if other.value != fact.value:
                yield other, fact
