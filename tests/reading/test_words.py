"""Guards the classes of `words.yaml`: what one includes of another, how words are spelt, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govgraph.errors import DefinitionError
from govgraph.reading import words
from govgraph.reading.words import spellings, word_classes, word_set


@pytest.fixture
def classes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of word classes in place of the one that comes with govgraph."""
    monkeypatch.setattr(words, "resource", lambda name: tmp_path / Path(name).name)
    word_classes.cache_clear()
    yield tmp_path / "words.yaml"
    word_classes.cache_clear()


def test_a_class_can_hold_the_words_of_another(classes: Path) -> None:
    classes.write_text("chosen: [elected, named]\ngiven-an-office: ['@chosen', sworn in]\n")
    assert set(word_classes()["given-an-office"]) == {"elected", "named", "sworn in"}
    assert set(word_classes()["chosen"]) == {"elected", "named"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("one: ['@other', word]\n", r"words\.yaml: `one` includes `@other`, which is no class of this file"),
        ("one: [no, word]\n", r"words\.yaml: in `one`, False is no text to YAML; put quotation marks around it"),
        ("[one, two]\n", r"words\.yaml: should hold `class: \[word, …\]` entries"),
    ],
)
def test_what_is_wrong_is_named(classes: Path, text: str, problem: str) -> None:
    classes.write_text(text)
    with pytest.raises(DefinitionError, match=problem):
        word_classes()


@pytest.mark.parametrize(
    ("word", "other"),
    [("recognised", "recognized"), ("canceled", "cancelled"), ("centre", "center"), ("programs", "programmes")],
)
def test_a_word_is_spelt_in_two_ways(word: str, other: str) -> None:
    assert spellings(word) == (word, other)


@pytest.mark.parametrize("word", ["raised", "travels", "cancel", "initials", "laboratory", "honorary", "programming"])
def test_most_words_are_spelt_in_one_way(word: str) -> None:
    assert spellings(word) == (word,)


def test_no_class_is_empty() -> None:
    assert not [name for name in word_classes() if not word_set(name)]
