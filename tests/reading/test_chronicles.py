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


def test_a_session_alone_in_its_line_heads_its_paragraph(read: Reader) -> None:
    text = "The 31st Baltic Ports Summit closed in Turku, Finland.\n\n28th Baltic Ports Summit\nGdynia, Poland, 3-5 May 2021\n"
    found = keys(read(text + "Some 300 delegates attended."))
    assert {
        "session:Baltic Ports Summit/28 | city | Gdynia",
        "session:Baltic Ports Summit/28 | start | 2021-05-03",
        "session:Baltic Ports Summit/28 | participants | 300",
        "session:Baltic Ports Summit/31 | city | Turku",
    } <= found


def test_an_edition_that_is_over_is_the_session_reported(read: Reader) -> None:
    text = (
        "7 November 2024\n\nThe INTERPOL General Assembly in Glasgow closed today. The annual event was in its 92nd edition. "
    )
    found = keys(read(text + "Members will gather for the 93rd General Assembly in Marrakech in November 2025."))
    assert {
        "session:INTERPOL/92 | city | Glasgow",
        "session:INTERPOL/92 | end | 2024-11-07",
        "session:INTERPOL/92 | next | 93",
    } <= found


def test_the_session_of_next_year_is_the_one_after_that_reported(read: Reader) -> None:
    text = (
        "28 November 2023\n\nThe 91st INTERPOL General Assembly opened today. The {} General Assembly will be held in Glasgow."
    )
    assert "session:INTERPOL/92 | city | Glasgow" in keys(read(text.format(2024)))
    assert not [key for key in keys(read(text.format(2027))) if key.startswith("session:INTERPOL/92")]


def test_rows_divided_by_bars_are_entries_of_a_list(read: Reader) -> None:
    rows = "33rd | Oslo, Norway | 6–14 August 2008 | 6,000\n34th | Brisbane, Australia | 2012 | 4,200 participants"
    rows += "\n35th | Monaco | 2013"
    found = {fact.key for fact in read(f"The 37th Baltic Ports Congress was held in Busan.\n\nEarlier congresses\n\n{rows}")}
    assert {
        ("session:Baltic Ports Congress/33", "city", "Oslo"),
        ("session:Baltic Ports Congress/33", "end", "2008-08-14"),
        ("session:Baltic Ports Congress/34", "country", "AU"),
        ("session:Baltic Ports Congress/35", "country", "MC"),
        ("session:Baltic Ports Congress/34", "participants", "4200"),
    } <= found
    assert ("session:Baltic Ports Congress/37", "participants", "4200") not in found
