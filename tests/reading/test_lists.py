"""Lists and tables of meetings as people write them: counted in Roman numerals, divided by strokes, under a heading."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

ENTRIES = ("18th: Oslo, Norway, 2021", "19th: Praia, Cabo Verde, 14-17 March 2023", "20th: Rome, Italy, 2026")
UNION = "Nordic Tea Union (NTU)\nFact sheet\n\n"


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def test_entries_that_roman_numerals_count(read: Reader) -> None:
    found = keys(
        read, "World Tea Congress\n\nXXI Prague, Czech Republic, 1985\nXXII Oslo, Norway, 1988\nXXIII Lima, Peru, 1991\n"
    )
    assert {f"session:World Tea Congress/{number}" for number in (21, 22, 23)} <= {key.partition(" | ")[0] for key in found}
    assert "session:World Tea Congress/22 | city | Oslo" in found


def test_words_in_capitals_that_are_no_row_of_numerals_count_nothing(read: Reader) -> None:
    found = keys(read, "World Tea Congress\n\nXXI Prague, Czech Republic, 1985\nMIX Oslo, Norway, 1988\nCD Lima, Peru, 1991\n")
    assert not [key for key in found if key.startswith("session:")]


def test_rows_divided_by_strokes(read: Reader) -> None:
    found = keys(
        read,
        "INTERPOL General Assembly\n\nSession / City / Country / Year\n"
        "86 / Beijing / China / 2017\n87 / Dubai / United Arab Emirates / 2018\n",
    )
    assert {"session:INTERPOL/86 | city | Beijing", "session:INTERPOL/87 | country | AE"} <= found
    assert "session:INTERPOL/87 | year | 2018" in found


@pytest.mark.parametrize("heading", ["Recent and coming plenaries", "Past Congresses", "General Assemblies"])
def test_a_heading_says_what_met(read: Reader, heading: str) -> None:
    found = keys(read, f"{UNION}{heading}\n" + "\n".join(ENTRIES))
    assert {"session:NTU/18 | city | Oslo", "session:NTU/19 | start | 2023-03-14", "session:NTU/20 | country | IT"} <= found


@pytest.mark.parametrize("heading", ["Regattas", "We race at our congresses and here is who came in first"])
def test_no_heading_says_so(read: Reader, heading: str) -> None:
    assert not [key for key in keys(read, f"{UNION}{heading}\n" + "\n".join(ENTRIES)) if key.startswith("session:")]


def test_what_an_entry_goes_on_with_does_not_swallow_the_next(read: Reader) -> None:
    entries = "12th: Riga, Latvia, 2008. 610 participants from 38 countries\n13th: Oslo, Norway, 2011\n14th: Rome, Italy, 2014"
    found = keys(read, f"World Tea Congress\n\nEditions\n{entries}\n")
    assert {"session:World Tea Congress/12 | participants | 610", "session:World Tea Congress/13 | city | Oslo"} <= found


LIST = "Nordic Tea Union (NTU)\n12th Congress, Riga, 2024\n\n{heading}\n\nPresident: Ana Berg (Norway)\nTreasurer: Jon Dahl"


@pytest.mark.parametrize(
    "heading", ["Candidates for the Executive Board", "Nominations received:", "Those who stand for election", "Shortlisted"]
)
def test_who_stands_for_an_office_does_not_hold_it(read: Reader, heading: str) -> None:
    assert not [key for key in keys(read, LIST.format(heading=heading)) if key.startswith("person:")]


@pytest.mark.parametrize("heading", ["Executive Board", "Candidates for the Board\n\nPresident: Eva Lund\n\nExecutive Board"])
def test_who_is_listed_below_another_heading_holds_it(read: Reader, heading: str) -> None:
    found = keys(read, LIST.format(heading=heading))
    assert {key for key in found if key.startswith("person:")} == {
        "person:Ana Berg | holds | President|NTU",
        "person:Jon Dahl | holds | Treasurer|NTU",
    }
