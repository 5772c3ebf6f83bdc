"""Each rule draws from its example all that it should and nothing else, and nothing from its counter-example."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.errors import DefinitionError
from govgraph.knowing.inference import Derivation, infer
from govgraph.knowing.rules import Rule, read_rule, rules

EXAMPLES = Path(__file__).parents[2] / "ontology" / "rules" / "examples"


def triples(file: Path) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)}


def by(rule: Rule, file: Path) -> list[Derivation]:
    return [one for one in infer(triples(file)) if one.rule.id == rule.id]


def named(rule: Rule) -> str:
    return rule.id


@pytest.mark.parametrize("rule", rules(), ids=named)
def test_a_rule_concludes_what_its_example_says(rule: Rule) -> None:
    found = {triple for one in by(rule, EXAMPLES / f"{rule.id}.ttl") for triple in one.conclusions}
    assert found == triples(EXAMPLES / f"{rule.id}.follows.ttl")


@pytest.mark.parametrize("rule", rules(), ids=named)
def test_a_rule_concludes_nothing_from_its_counter_example(rule: Rule) -> None:
    assert by(rule, EXAMPLES / f"{rule.id}.not.ttl") == []


@pytest.mark.parametrize("rule", rules(), ids=named)
def test_every_premise_is_given_or_derived(rule: Rule) -> None:
    file = EXAMPLES / f"{rule.id}.ttl"
    derived = {triple for one in infer(triples(file)) for triple in one.conclusions}
    assert all(set(one.premises) <= triples(file) | derived for one in by(rule, file))


@pytest.mark.parametrize("rule", rules(), ids=named)
def test_without_a_premise_it_does_not_follow(rule: Rule) -> None:
    file = EXAMPLES / f"{rule.id}.ttl"
    for one in by(rule, file):
        for premise in one.premises:
            left = infer(triples(file) - {premise})
            assert one.iri not in {other.iri for other in left}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("# strength: certain", "# strength: sure"), "strength `sure` is none of certain, assumed"),
        (("# question:", "# ask:"), "the header has no `# question:`"),
        (("#   ?session gov:start ?start", "#"), "names no premises"),
        (("CONSTRUCT {", "SELECT {"), "write the rule as one such query"),
        (("?session gov:start ?start .\n  BIND", "?session gov:start .\n  BIND"), "is no SPARQL"),
        (("# strength: certain", "# strength: assumed"), "needs `# assumes:`"),
    ],
)
def test_a_rule_that_is_not_well_formed_is_named(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    text = (EXAMPLES.parent / "year-of-start.rq").read_text(encoding="utf-8")
    assert change[0] in text
    file = tmp_path / "mine.rq"
    file.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"mine\.rq") as raised:
        read_rule(file)
    assert told in str(raised.value)
