"""Guards texts that go from session to session, and years seen from the day of publication."""

from __future__ import annotations

import pytest

from govgraph.reading.facts import Fact
from tests.conftest import Reader

CHRONICLE = """Baltic Ports Summits, one by one

2021. The 28th Baltic Ports Summit meets in Gdynia, Poland.

2022. The 29th goes to Riga, Latvia. Some 300 delegates attend.

2023. The 30th opens in Bergen, Norway, on 3 May.

2024. Turku, Finland, receives the 31st. Some 410 delegates attend.
"""


def keys(facts: tuple[Fact, ...]) -> set[str]:
    return {" | ".join(fact.key) for fact in facts}


def test_each_paragraph_is_about_the_session_that_it_opens_with(read: Reader) -> None:
    found = keys(read(CHRONICLE))
    assert {
        "session:Baltic Ports Summit/28 | year | 2021",
        "session:Baltic Ports Summit/29 | participants | 300",
        "session:Baltic Ports Summit/30 | start | 2023-05-03",
        "session:Baltic Ports Summit/31 | city | Turku",
        "session:Baltic Ports Summit/31 | participants | 410",
    } <= found
    assert not {key for key in found if key.startswith("session:Baltic Ports Summit/28 | participants")}


@pytest.mark.parametrize(
    ("said", "year"),
    [("next year", "2024"), ("next March", "2024"), ("next December", "2023"), ("in March next year", "2024")],
)
def test_a_year_is_seen_from_the_day_of_publication(read: Reader, said: str, year: str) -> None:
    text = f"24 October 2023\n\nThe 28th Baltic Ports Summit closed today. The 29th Baltic Ports Summit will be in Riga {said}."
    assert f"session:Baltic Ports Summit/29 | year | {year}" in keys(read(text))


def test_without_a_day_of_publication_next_year_is_no_year(read: Reader) -> None:
    text = "The 29th Baltic Ports Summit will be held in Riga next year."
    assert not [key for key in keys(read(text)) if "| year |" in key]
