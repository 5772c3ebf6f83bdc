"""Guards who is said to have said what: how a speaker is named, quotations that go on, and their first words."""

from __future__ import annotations

import pytest

from govgraph.reading.facts import Fact
from tests.conftest import Reader

NAME = "INTERPOL President Mireille Ballestrazzi"
SPEAKER = "person:Mireille Ballestrazzi"


def said(facts: tuple[Fact, ...]) -> list[tuple[str, str]]:
    return [(fact.subject, fact.value) for fact in facts if fact.property == "said"]


@pytest.mark.parametrize(
    "text",
    [
        f"“Police need to share what they know,” said {NAME}.",
        f"“Police need to share what they know,” {NAME} said.",
        "“Police need to share what they know,” added Mireille Ballestrazzi of France.",
        f"{NAME} said: “Police need to share what they know.”",
        f"{NAME} said, “Police need to share what they know.”",
        f'"Police need to share what they know," said {NAME}.',
        "Mireille Ballestrazzi, President of INTERPOL, said: “Police need to share what they know.”",
    ],
    ids=["said X", "X said", "added X", "X said:", "X said,", "straight marks", "apposition"],
)
def test_a_quotation_is_ascribed_to_its_speaker(read: Reader, text: str) -> None:
    assert said(read(text)) == [(SPEAKER, "Police need to share what they know")]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’")])
def test_the_comma_may_stand_after_the_closing_mark(read: Reader, opening: str, closing: str) -> None:
    text = f"{opening}Police need to share what they know{closing}, said {NAME}."
    assert said(read(text)) == [(SPEAKER, "Police need to share what they know")]


def test_single_quotation_marks_are_quotation_marks(read: Reader) -> None:
    text = f"‘Police need to share what they know,’ said {NAME}."
    assert said(read(text)) == [(SPEAKER, "Police need to share what they know")]


def test_the_value_is_the_first_eight_words_without_a_last_mark(read: Reader) -> None:
    text = f"{NAME} said: “One two, three four five six seven eight, nine ten.”"
    (fact,) = (fact for fact in read(text) if fact.property == "said")
    assert fact.value == "One two, three four five six seven eight"
    assert fact.details["words"] == "One two, three four five six seven eight, nine ten."
    assert text[fact.words.start : fact.words.end] == "One two, three four five six seven eight, nine ten."
    assert fact.status == "stated"


@pytest.mark.parametrize(("words", "kept"), [("One two three", False), ("One two three four", True)])
def test_a_phrase_of_three_words_is_nothing_said(read: Reader, words: str, kept: bool) -> None:
    assert bool(said(read(f"“{words},” said {NAME}."))) is kept


def test_part_of_a_sentence_may_be_quoted(read: Reader) -> None:
    text = f"{NAME} said that police “need to share what they know” with all."
    assert said(read(text)) == [(SPEAKER, "need to share what they know")]


def test_two_halves_of_a_sentence_are_two(read: Reader) -> None:
    text = f"“Police need to share it,” said {NAME}, “and they must do so now.”"
    assert said(read(text)) == [(SPEAKER, "Police need to share it"), (SPEAKER, "and they must do so now")]


def test_a_quotation_that_a_later_sentence_ascribes_rests_on_it(read: Reader) -> None:
    text = f"“Police need to share what they know.”\n\n“They must do so at once,” said {NAME}."
    first, second = (fact for fact in read(text) if fact.property == "said")
    assert (first.subject, first.value) == (SPEAKER, "Police need to share what they know")
    assert (second.subject, second.value) == (SPEAKER, "They must do so at once")
    assert [text[span.start : span.end] for span in first.support] == [f"“They must do so at once,” said {NAME}."]
    assert second.support == ()


def test_a_quotation_over_two_sentences_that_the_second_ascribes(read: Reader) -> None:
    text = f"“Police need to share what they know. They must do so at once,” said {NAME}."
    assert (SPEAKER, "Police need to share what they know") in said(read(text))


def test_a_quotation_goes_on_in_the_next_paragraph(read: Reader) -> None:
    text = f"{NAME} said: “Police need to share what they know.\n\n“They must do so at once.”"
    assert said(read(text)) == [
        (SPEAKER, "Police need to share what they know"),
        (SPEAKER, "They must do so at once"),
    ]


def test_a_quotation_that_goes_on_without_a_new_mark_is_one(read: Reader) -> None:
    text = f"{NAME} said: “Police need to share what they know. They must do so at once.”"
    assert said(read(text)) == [(SPEAKER, "Police need to share what they know")]


def test_a_quotation_after_a_pause_is_nobodys(read: Reader) -> None:
    text = (
        f"“Police need to share what they know,” said {NAME}. The room was full of people. “Nobody knows who said these words.”"
    )
    assert said(read(text)) == [(SPEAKER, "Police need to share what they know")]


def test_a_quotation_without_a_speaker_is_left_out(read: Reader) -> None:
    assert said(read("“Police need to share what they know.” It was a long day.")) == []


def test_two_speakers_are_told_apart(read: Reader) -> None:
    text = f"“Police need to share what they know,” said {NAME}. “Then all countries will be safe,” said Anna Keller of France."
    assert said(read(text)) == [
        (SPEAKER, "Police need to share what they know"),
        ("person:Anna Keller", "Then all countries will be safe"),
    ]
