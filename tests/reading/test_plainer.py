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


@pytest.mark.parametrize("day", ["on Monday", "yesterday", "in March"])
@pytest.mark.parametrize("who", ["Peru", "Peru, which", "In Lima, Peru"])
def test_a_day_between_a_country_and_what_it_did_hides_nothing(read: Reader, who: str, day: str) -> None:
    text = f"{who} {day} became the 30th country to recognize the INTERPOL Travel Document, was praised."
    keys = {" | ".join(fact.key) for fact in read(text)}
    assert "instrument:INTERPOL Travel Document | recognizedBy | PE" in keys


def test_a_day_with_a_year_stays(read: Reader) -> None:
    text = "INTERPOL met at INTERPOL. Kari Lund in 1998 became President of INTERPOL."
    assert "person:Kari Lund | holds | President|INTERPOL" not in {" | ".join(fact.key) for fact in read(text)}
