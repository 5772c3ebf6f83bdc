"""Clauses of the examples mixed, with words of the word classes in them: whatever patterns make of it, it can be stated."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from govgraph.graph.loading import read_text
from govgraph.reading.words import read_yaml, word_classes

FOLDER = Path(__file__).parents[2] / "loaders" / "communiques"
TEXTS = 150


@cache
def clauses() -> list[str]:
    return [clause for example in examples() for clause in re.split(r"(?<=[,.;:])\s|\n\n", example) if clause]


def examples() -> Iterator[str]:
    for file in sorted(FOLDER.glob("[fp]*/*.yaml")):
        content = read_yaml(file)
        assert isinstance(content, list)
        for definition in content:
            yield from (one["text"] for one in definition.get("examples", ()) if isinstance(one, dict))
            yield from (one for one in definition.get("counter-examples", ()) if isinstance(one, str))


def mixed(chance: random.Random) -> str:
    words = sorted({word for given in word_classes().values() for word in given})
    parts = [chance.choice(["28 October 2023\n\n", "RIGA, 5 June 2025 – ", ""])]
    for _ in range(chance.randint(2, 9)):
        inside = chance.choice(clauses()).split()
        fate = chance.random()
        if fate < 0.5:
            inside[chance.randrange(len(inside))] = chance.choice(words)
        elif fate < 0.6:
            chance.shuffle(inside)
        parts.append(" ".join(inside))
    return " ".join(parts)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_read_can_be_stated(seed: int) -> None:
    chance = random.Random(seed)
    stated = sum(len(read_text(mixed(chance).encode(), "a.txt").quads) > 50 for _ in range(TEXTS))
    assert stated > TEXTS // 5


@pytest.mark.parametrize("words", sorted(word_classes()["nearby-years"]))
def test_every_word_for_a_year_near_by_counts_from_now(words: str) -> None:
    """ "A year earlier" was once read without its article, which then stood for no number."""
    text = f"28 October 2023\n\n{words.capitalize()} the 116th INTERPOL General Assembly met in Lausanne, Switzerland."
    assert read_text(text.encode(), "a.txt").facts
