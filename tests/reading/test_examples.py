"""Guards the shipped definitions by the examples and counter-examples that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from govgraph.documents.document import Span
from govgraph.reading.definitions import Definition, definitions
from govgraph.reading.lines import Mention
from govgraph.reading.mentions import MentionRule, annotate, layers
from tests.conftest import Reader

FAILING: dict[str, int] = {}
"""How many examples of a definition or rule fail for now; each entry is a defect to mend, here or in the definition."""


def fact_examples() -> Iterator[object]:
    for definition in definitions():
        for number, example in enumerate(definition.examples, 1):
            yield pytest.param(definition, example, id=f"{definition.id}-{number}")


def counter_examples() -> Iterator[object]:
    for definition in definitions():
        for number, text in enumerate(definition.counter_examples, 1):
            yield pytest.param(definition, text, id=f"{definition.id}-{number}")


def mention_examples() -> Iterator[object]:
    for rules in layers():
        for rule in rules:
            for number, example in enumerate(rule.examples, 1):
                yield pytest.param(rule, example, id=f"{rule.id}-{number}")
