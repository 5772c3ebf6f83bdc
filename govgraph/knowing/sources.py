"""How many independent sources say something: a document that repeats itself is one, and so are two with the same words.

Agencies print one another's sentences, and a caption stands twice in a page. Sentences of two documents count as one source
where their words are the same or nearly so (RapidFuzz `token_sort_ratio`), and a table row as the document that it cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from rapidfuzz import fuzz, process

from govgraph.asking.derived import derived_rows
from govgraph.asking.facts import Row, facts_with_graphs
from govgraph.graph.store import GraphStore
from govgraph.knowing.explanations import Sentence, sentences_of

ALIKE = 90
"""From how alike two sentences are (0 to 100) they are one agency's words."""
SHORT = 6
"""A sentence of fewer words is too little to tell that it was copied, unless it is the same to the letter."""
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Telling:
    """Where something is told: the document, its source address if any, and the words of the sentence."""

    document: str
    source: str
    words: str


def independent_sources(tellings: Iterable[Telling]) -> int:
    """How many of the places where something is told are independent of one another."""
    found = list(dict.fromkeys(tellings))
    parents = list(range(len(found)))

    def root(one: int) -> int:
        while parents[one] != one:
            one = parents[one]
        return one

    def join(numbers: Iterable[int]) -> None:
        first, *others = [root(number) for number in numbers]
        for other in others:
            parents[root(other)] = root(first)

    for key in (lambda telling: telling.document, lambda telling: telling.source, lambda telling: _plain(telling.words)):
        groups: dict[str, list[int]] = {}
        for number, telling in enumerate(found):
            if key(telling):
                groups.setdefault(key(telling), []).append(number)
        for group in groups.values():
            join(group)
    written = {number: _plain(telling.words) for number, telling in enumerate(found)}
    long = {number: words for number, words in written.items() if len(words.split()) >= SHORT}
    for number, words in long.items():
        others = {other: text for other, text in long.items() if other > number and root(other) != root(number)}
        for _, _, other in process.extract_iter(words, others, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE):
            join((number, other))
    return len({root(number) for number in range(len(found))})


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class SourcedRow(Row):
    """A flat row with the number of independent sources that tell its fact; 0 for what only follows by a rule."""

    sources: int


def sourced_facts(store: GraphStore, thing: str | None = None, property_: str | None = None) -> list[SourcedRow]:
    """What was read and what follows from it, sorted, each with the number of its independent sources.

    Raises:
        UnknownThingError: `thing` has no such form.
    """
    read = facts_with_graphs(store, thing, property_)
    sentences = sentences_of(store, {graph for _, graph in read})
    counts = count_sources((row, sentences[graph]) for row, graph in read)
    rows = [SourcedRow(**asdict(row), sources=counts[fact_of(row)]) for row, _ in read]
    rows += [SourcedRow(**asdict(row), sources=0) for row in derived_rows(store, thing, property_)]
    return sorted(rows, key=lambda row: (row.subject, row.property, row.value, row.document, row.start, row.rule))


def count_sources(told: Iterable[tuple[Row, Sentence]]) -> dict[tuple[str, str, str], int]:
    """For each fact (subject, property, value) how many independent sources tell it; rows come with their sentences."""
    by_fact: dict[tuple[str, str, str], list[Telling]] = {}
    for row, sentence in told:
        by_fact.setdefault(fact_of(row), []).append(Telling(sentence.document, sentence.source, sentence.exact))
    return {fact: independent_sources(tellings) for fact, tellings in by_fact.items()}


def fact_of(row: Row) -> tuple[str, str, str]:
    """What a row says, wherever it stands."""
    return row.subject, row.property, row.value
