"""Names that two countries share: the text decides which is meant, or nothing is told."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

TOLD = "The 68th session of the INTERPOL General Assembly opened today. Jan Berg, the {people} Minister of Justice, spoke."
POST = "person:Jan Berg | holds | Minister of Justice|"


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


@pytest.mark.parametrize(
    ("place", "people", "code"),
    [
        ("SEOUL, Republic of Korea", "Korean", "KR"),
        ("PYONGYANG", "Korean", "KP"),
        ("KINSHASA, Democratic Republic of the Congo", "Congolese", "CD"),
        ("BRAZZAVILLE", "Congolese", "CG"),
    ],
)
def test_the_one_that_is_named_is_meant(read: Reader, place: str, people: str, code: str) -> None:
    assert POST + code in keys(read, f"{place} - {TOLD.format(people=people)}")


@pytest.mark.parametrize("text", ["LIMA - {}", "SEOUL - {} North Korea did not come."])
def test_neither_or_both_leave_it_open(read: Reader, text: str) -> None:
    assert not [key for key in keys(read, text.format(TOLD.format(people="Korean"))) if key.startswith(POST)]


def test_it_is_no_city(read: Reader) -> None:
    found = keys(read, f"LIMA - {TOLD.format(people='Norwegian')} Korea will host the next one.")
    assert not [key for key in found if key.endswith("| city | Korea")]
