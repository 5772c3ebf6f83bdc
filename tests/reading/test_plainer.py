"""Guards that fillers and clauses between commas hide nothing, and that what denies or dates is never dropped."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

CITY = "session:Baltic Ports Summit/28 | city | Riga"


@pytest.mark.parametrize(
    "sentence",
    [
        "The 28th Baltic Ports Summit was also held in Riga.",
        "The 28th Baltic Ports Summit (a large one, by all accounts) was held in Riga.",
        "The 28th Baltic Ports Summit, too, was held in Riga.",
        "The 28th Baltic Ports Summit, which many had waited for, was held in Riga.",
    ],
)
def test_a_sentence_is_read_in_its_plainer_form_too(read: Reader, sentence: str) -> None:
    facts = {" | ".join(fact.key): fact for fact in read(sentence)}
    assert sentence[facts[CITY].words.start : facts[CITY].words.end] in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The 28th Baltic Ports Summit was also not held in Riga.",
        "The 28th Baltic Ports Summit was of course never held in Riga.",
    ],
)
def test_a_denial_is_no_filler(read: Reader, sentence: str) -> None:
    assert CITY not in {" | ".join(fact.key) for fact in read(sentence)}


def test_a_denial_of_something_else_in_the_sentence_does_not_count(read: Reader) -> None:
    text = "INTERPOL met at INTERPOL. No money was lost, and Kari Lund of Norway was elected President of INTERPOL."
    assert "person:Kari Lund | elected | President|INTERPOL" in {" | ".join(fact.key) for fact in read(text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Secretary General of the organization, the Norwegian Kari Lund, spoke.",
        "The Secretary General of INTERPOL, Norwegian Kari Lund, spoke.",
        "INTERPOL's Secretary General, the Norwegian Kari Lund, and Jon Berg spoke.",
    ],
)
def test_a_nationality_between_an_office_and_the_name_hides_nothing(read: Reader, sentence: str) -> None:
    keys = {" | ".join(fact.key) for fact in read(f"INTERPOL met in Lima. {sentence}")}
    assert "person:Kari Lund | holds | Secretary General|INTERPOL" in keys
    assert not [key for key in keys if "Secretary General|NO" in key]
