"""Guards the years of events that no sentence tells: that of the publication, unless the sentence tells of another time."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

DATELINE = "LYON, France - 5 May 2024 - The Baltic Ports Federation (BPF) met. "


def years(read: Reader, text: str) -> set[str]:
    return {fact.value for fact in read(DATELINE + text) if fact.kind == "event" and fact.property == "year"}


@pytest.mark.parametrize(
    "text",
    [
        "The BPF held its annual meeting in Oslo.",
        "She spoke today at the Ports Congress in Riga.",
    ],
)
def test_an_event_in_a_place_is_of_this_year(read: Reader, text: str) -> None:
    assert years(read, text) == {"2024"}


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in June 2011 at the Ports Congress in Riga.",
        "The BPF holds its annual meeting in Oslo every two years.",
        "Thirty years ago the BPF held its annual meeting in Oslo.",
        "The declaration adopted by the Ports Congress in Riga still holds.",
        "Kari Lund sang at the Ports Festival in Riga.",
        "The BPF will hold its next annual meeting in Oslo.",
    ],
)
def test_no_year_is_guessed(read: Reader, text: str) -> None:
    assert "2024" not in years(read, text)
