"""Guards the shipped definitions by the examples and counter-examples that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from govgraph.documents.document import Span
from govgraph.reading.definitions import Definition
from govgraph.reading.lines import Mention
from govgraph.reading.mentionrules import MentionRule, layers
from govgraph.reading.mentions import annotate
from govgraph.reading.rulebook import rulebook
from tests.conftest import Reader


def example(identifier: str, number: int, *values: object) -> object:
    return pytest.param(*values, id=f"{identifier}-{number}")


def fact_examples() -> Iterator[object]:
    for definition in rulebook():
        for number, given in enumerate(definition.examples, 1):
            yield example(definition.id, number, given)


def counter_examples() -> Iterator[object]:
    for definition in rulebook():
        for number, text in enumerate(definition.counter_examples, 1):
            yield example(definition.id, number, definition, text)


def mention_examples() -> Iterator[object]:
    for rules in layers():
        for rule in rules:
            for number, given in enumerate(rule.examples, 1):
                yield example(rule.id, number, rule, given)


@pytest.mark.parametrize("given", list(fact_examples()))
def test_an_example_gives_its_facts(read: Reader, given: Mapping[str, object]) -> None:
    listed = given["facts"]
    assert isinstance(listed, list)
    assert listed
    missing = set(listed) - {" | ".join(fact.key) for fact in read(str(given["text"]))}
    assert not missing


@pytest.mark.parametrize(("definition", "text"), list(counter_examples()))
def test_a_counter_example_gives_no_fact(read: Reader, definition: Definition, text: str) -> None:
    assert [fact.key for fact in read(text) if fact.rule == definition.id] == []


@pytest.mark.parametrize(("rule", "given"), list(mention_examples()))
def test_a_mention_is_found_in_its_example(rule: MentionRule, given: Mapping[str, object]) -> None:
    assert "value" in given or given.get("parts"), "an example needs a `value` or `parts`"
    text, parts = str(given["text"]), given.get("parts", {})
    assert isinstance(parts, dict)
    found = [item for item in annotate(text, Span(0, len(text))).items if isinstance(item, Mention) and item.kind == rule.kind]
    assert any(item.value == given.get("value", item.value) and parts.items() <= dict(item.parts).items() for item in found), (
        found
    )


@pytest.mark.parametrize("definition", rulebook(), ids=lambda definition: definition.id)
def test_a_definition_has_an_example(definition: Definition) -> None:
    assert definition.examples
