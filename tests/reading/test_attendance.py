"""Whose attendance is told: that of the session which met in the city with which the sentence opens."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

OPENING = "SUVA, 22 November 2024 - The Pacific Weather Union (PWU) closed its 31st Congress in Suva today.\n\n"
COUNT = "In Lima there were 720 participants from 49 countries."
BEFORE = "The 30th Congress met in Lima, Peru, in 2021."


def counted(read: Reader, text: str) -> set[str]:
    told = (fact for fact in read(OPENING + text) if fact.property in ("participants", "countriesRepresented"))
    return {" | ".join(fact.key) for fact in told}


@pytest.mark.parametrize(
    "text", [f"{BEFORE} {COUNT}", f"{COUNT} {BEFORE}", f"{BEFORE} There were 720 participants from 49 countries in Lima."]
)
def test_it_is_that_of_the_session_which_met_there(read: Reader, text: str) -> None:
    assert counted(read, text) == {"session:PWU/30 | participants | 720", "session:PWU/30 | countriesRepresented | 49"}


def test_where_no_session_is_told_to_have_met_it_is_of_nobody_known(read: Reader) -> None:
    assert counted(read, COUNT) == set()


def test_two_sessions_there_leave_it_open(read: Reader) -> None:
    assert counted(read, f"{BEFORE} The 20th Congress met in Lima, too. {COUNT}") == set()


def test_in_the_city_of_the_session_itself_it_is_its_own(read: Reader) -> None:
    found = counted(read, "In Suva there were 720 participants from 49 countries.")
    assert found == {"session:PWU/31 | participants | 720", "session:PWU/31 | countriesRepresented | 49"}


@pytest.mark.parametrize("beside", ["as was told in Oslo", "fewer than in Lima"])
def test_a_place_of_which_it_is_not_told_changes_nothing(read: Reader, beside: str) -> None:
    found = counted(read, f"{BEFORE} There were 720 participants from 49 countries in the halls, {beside}.")
    assert found == {"session:PWU/31 | participants | 720", "session:PWU/31 | countriesRepresented | 49"}
