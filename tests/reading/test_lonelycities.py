"""Where a session met, by the only city of a text, and the country in which its city lies."""

from __future__ import annotations

import pytest

from govgraph.reading import lands
from govgraph.reading.lines import Line
from tests.conftest import Reader

OPENED = "The 95th INTERPOL General Assembly opened on 3 June 2030. "
CITY = "session:INTERPOL/95 | city | Lima"


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def test_the_only_city_is_where_the_session_met(read: Reader) -> None:
    facts = {" | ".join(fact.key): fact for fact in read(OPENED + "Delegates filled the halls of Lima.")}
    assert facts[CITY].status == "inferred"
    assert facts[CITY].support


@pytest.mark.parametrize(
    "second",
    [
        "Delegates filled the halls of Lima and of Oslo.",
        "Nobody had thought of Lima.",
        "Nobody knows whether Lima was ready.",
        "The Executive Committee dined in Lima.",
        "The mayor of Lima sent a letter.",
        "The organisation has its headquarters in Lima.",
        "Lima 2004 was a success.",
        "Lima was represented by its mayor.",
    ],
)
def test_no_city_is_guessed(read: Reader, second: str) -> None:
    assert not [key for key in keys(read, OPENED + second) if "| city |" in key]


def test_a_country_is_told_only_where_the_text_names_it(read: Reader) -> None:
    assert "session:INTERPOL/95 | country | PE" not in keys(read, OPENED + "Delegates filled the halls of Lima.")
    named = OPENED + "Delegates filled the halls of Lima. Peru had prepared for a year."
    assert "session:INTERPOL/95 | country | PE" in keys(read, named)
    minister = OPENED + "Delegates filled the halls of Lima. Peru's minister spoke."
    assert "session:INTERPOL/95 | country | PE" not in keys(read, minister)


def test_a_surname_that_is_a_city_stays_a_person(read: Reader) -> None:
    assert "person:Jack London | holds | President|INTERPOL" in keys(read, "Jack London, President of INTERPOL, spoke.")


@pytest.mark.parametrize("firm", ["Bergen, Inc.", "Bergen, Ltd"])
def test_a_firm_with_the_name_of_a_city_is_no_place(read: Reader, firm: str) -> None:
    facts = read(f"{firm} spoke at the 31st Baltic Ports Summit on 2 June 2025. The Baltic Ports Summit is old.")
    assert not [fact for fact in facts if fact.property == "city"]


def test_the_countries_of_a_text_are_looked_through_once(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    looked = lands.is_of_a_person

    def counted(line: Line, number: int) -> bool:
        asked.append(number)
        return looked(line, number)

    monkeypatch.setattr(lands, "is_of_a_person", counted)
    read("Peru and " * 200)
    assert len(asked) < 10 * 200


def test_the_seat_of_somebody_s_agency_is_not_the_place_of_the_session(read: Reader) -> None:
    text = OPENED + "Jon Berg, director of the National Ports Agency in Bergen, was there."
    assert not [fact for fact in read(text) if fact.property == "city"]


def test_an_ambassador_s_country_is_not_that_of_the_session(read: Reader) -> None:
    text = "The 31st Baltic Ports Summit met in London in 2025. Kari Lund, Ambassador of Spain to the United Kingdom, spoke."
    assert "session:Baltic Ports Summit/31 | country | GB" not in keys(read, text)


def test_where_an_invitation_comes_from_is_not_where_the_session_met(read: Reader) -> None:
    facts = read("12 June 2024\n\nThe 12th Baltic Ports Summit closed today. An invitation from Oslo, Norway, was accepted.")
    assert not [fact for fact in facts if fact.property in ("city", "country")]


@pytest.mark.parametrize(
    ("place", "city", "country"),
    [("Hong Kong, China", "Hong Kong", "CN"), ("Dar es Salaam, Tanzania", "Dar es Salaam", "TZ"), ("LIMA, Peru", "Lima", "PE")],
)
def test_a_city_is_written_as_elsewhere(read: Reader, place: str, city: str, country: str) -> None:
    found = keys(read, f"The 12th Congress of the Nordic Tea Union (NTU) closed in {place}, on 5 May 2031.")
    assert {f"session:NTU/12 | city | {city}", f"session:NTU/12 | country | {country}"} <= found


def test_a_country_that_is_a_city_is_none_in_a_list_of_countries(read: Reader) -> None:
    text = "Signed there, at the 12th Congress of the Nordic Tea Union (NTU), by Singapore, Malaysia and Peru."
    assert "session:NTU/12 | city | Singapore" not in keys(read, text)
