"""Guards of whom a sentence tells that names nobody, or one person with whom its posts stand far from the name."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

CAREER = "Her career includes stints as Director of the Riga Dock Company."
POST = "person:Ana Berg | held | Director|Riga Dock Company"


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


@pytest.mark.parametrize("before", ["The union heard Ana Berg.", "The union heard Ana Berg. It met in Oslo. Lunch was good."])
def test_her_is_the_only_person_named_before(read: Reader, before: str) -> None:
    facts = {" | ".join(fact.key): fact for fact in read(f"{before} {CAREER}")}
    assert facts[POST].support


@pytest.mark.parametrize(
    "before",
    [
        "The union heard Ana Berg and Jon Lund.",
        "The union heard Ana Berg. It heard Jon Lund and Tom Paz.",
        "The union heard Ana Berg. It met in Oslo. Lunch was good. The sun shone.",
        "The union met.",
    ],
)
def test_nobody_is_guessed(read: Reader, before: str) -> None:
    assert not [key for key in keys(read, f"{before} {CAREER}") if "Riga Dock Company" in key]


def test_a_sentence_that_names_one_person_tells_of_them(read: Reader) -> None:
    text = "Ana Berg, who lives in Oslo, spent nine years in the trade as Director of the Riga Dock Company."
    assert POST in keys(read, text)


def test_what_somebody_serves_as_in_the_present_they_hold(read: Reader) -> None:
    text = "Ana Berg is a mother of two, serving as Director of the Riga Dock Company."
    assert POST.replace("held", "holds") in keys(read, text)
    assert POST not in keys(read, text)
