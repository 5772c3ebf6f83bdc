"""Guards what a definition of facts must hold, and how a message names the file and the entry that lack it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from govgraph.errors import DefinitionError
from govgraph.reading.definitions import Definition, Template, fill, read_definitions
from govgraph.reading.mentionrules import read_mention_rules
from govgraph.reading.rulebook import rulebook
from tests.conftest import Reader

GOOD = """
- id: one
  says: A country hosts.
  patterns: ["{country} hosts"]
  gives: ["session:{here} | country | {country}"]
  examples: []
"""


def read(folder: Path, text: str) -> list[Definition]:
    file = folder / "mine.yaml"
    file.write_text(text)
    return read_definitions(file)


def test_a_definition_is_read(tmp_path: Path) -> None:
    (one,) = read(tmp_path, GOOD)
    assert (one.id, one.file, one.status) == ("one", f"{tmp_path.name}/mine.yaml", "stated")
    assert one.gives == (Template("session:{here}", "country", "{country}"),)
    assert one.gives[0].fields == (("here", ""), ("country", ""))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  says: A country hosts.\n", "", r"each pattern needs `id`, `says`, `patterns`, `gives` and `examples`"),
        ("  examples", "  sample: x\n  examples", r"mine\.yaml: one: `sample` is no key of a pattern; there are"),
        ("| {country}", "| {city}", r"mine\.yaml: one: `\{city\}` in `gives` is no slot of its patterns"),
        ("| {country}", "| {country|}", r"mine\.yaml: one: .* has braces that name no slot; write \{slot\}"),
        (" | country |", " country", r"mine\.yaml: one: `session.*` should be `subject \| property \| value`"),
        ('hosts"', '(hosts"', r"mine\.yaml: one: a bracket is never closed in the pattern"),
        ("- id: one", "- just words\n- id: one", r"each pattern needs"),
        ("  says", "  side: elected\n  says", r"mine\.yaml: one: `side` is for posts"),
        ("- id: one", "- id: [one", r"mine\.yaml:\d+: is no YAML"),
        ("A country", "A \x07 country", r"mine\.yaml.*: is no YAML"),
        ("  says", "  ? [a, b]\n  : x\n  says", r"mine\.yaml:\d+: is no YAML"),
        ("  says", "  says: Another.\n  says", r"mine\.yaml:4: `says` stands here a second time"),
    ],
    ids=[
        "missing key",
        "unknown key",
        "unknown slot",
        "braces",
        "gives",
        "pattern",
        "no mapping",
        "side of no post",
        "no YAML",
        "no character",
        "a list as a key",
        "a key twice",
    ],
)
def test_a_bad_definition_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(DefinitionError, match=problem):
        read(tmp_path, GOOD.replace(old, new))


def test_a_post_for_a_side_that_there_is_not_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(GOOD.replace("  says", "  side: elcted\n  says"))
    with pytest.raises(DefinitionError, match=r"mine\.yaml: one: `side` .* one of before, after, past, elected"):
        read_definitions(file, whole=True)


def test_a_file_that_holds_no_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match=r"mine\.yaml: should hold a list of patterns"):
        read(tmp_path, "id: one")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id: one", r"mine\.yaml: should hold a list of rules"),
        ("- id: one\n  mention: org", r"each rule needs `id`, `mention` and `patterns`"),
        (
            '- {id: one, mention: org, covers: [name], patterns: ["{name:#cap} met", "the #cap met"]}',
            r"mine\.yaml: one: `covers` names name, but `the #cap met` has no such slot",
        ),
    ],
)
def test_a_bad_rule_of_mentions_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(text)
    with pytest.raises(DefinitionError, match=problem):
        read_mention_rules(file)


def test_a_template_is_filled_with_slots_and_their_parts() -> None:
    values = {("office", ""): "President", ("of", ""): "INTERPOL", ("office", "ours"): "Chief"}
    assert fill("{office}|{of}|{office.ours}", values) == "President|INTERPOL|Chief"


def test_a_template_with_an_unknown_part_is_not_filled() -> None:
    with pytest.raises(KeyError):
        fill("{office.ours}", {("office", ""): "President"})


def test_no_two_shipped_definitions_have_the_same_id() -> None:
    assert [name for name, count in Counter(one.id for one in rulebook()).items() if count > 1] == []


@pytest.mark.parametrize("definition", rulebook(), ids=lambda definition: definition.id)
def test_every_pattern_has_examples_and_counter_examples(definition: Definition) -> None:
    assert definition.examples
    assert definition.counter_examples


def test_a_slot_shared_with_unless_means_the_same_mention(read: Reader) -> None:
    """ "Including" bars the number behind it, and not the one before."""
    whole = "The 84th INTERPOL General Assembly opened. Some 640 delegates attended it, including 60 chiefs of police."
    assert {fact.value for fact in read(whole) if fact.property == "participants"} == {"640"}


@pytest.mark.parametrize("definition", rulebook(), ids=lambda definition: definition.id)
def test_no_pattern_stands_twice_in_an_entry(definition: Definition) -> None:
    patterns = Counter(pattern.source for pattern in (*definition.patterns, *definition.unless))
    assert [source for source, times in patterns.items() if times > 1] == []
