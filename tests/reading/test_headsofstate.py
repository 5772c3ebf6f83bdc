"""Those who govern the state where a session meets, called so without a country."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

OPENING = "The 95th INTERPOL General Assembly meets in Oslo."
RULE = "head-of-the-host-state"


def governing(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text) if fact.rule == RULE}


@pytest.mark.parametrize(
    "sentence",
    ["Prime Minister Kari Lund addressed the delegates.", "It was opened by Prime Minister Kari Lund."],
)
def test_a_prime_minister_is_of_the_state_where_the_session_meets(read: Reader, sentence: str) -> None:
    assert governing(read, f"{OPENING} {sentence}") == {"person:Kari Lund | holds | Prime Minister|NO"}


def test_so_is_a_minister_who_opens_it_but_not_one_who_speaks_there(read: Reader) -> None:
    assert governing(read, f"{OPENING} It was opened by Justice Minister Kari Lund.") == {
        "person:Kari Lund | holds | Justice Minister|NO"
    }
    assert governing(read, f"{OPENING} Justice Minister Kari Lund addressed the delegates.") == set()


def test_a_president_is_of_the_state_only_beside_the_one_of_the_organisation(read: Reader) -> None:
    opening = "The 95th INTERPOL General Assembly meets in Lima, Peru."
    speech = "It was opened by President Ana Ruiz."
    assert governing(read, f"{opening} {speech}") == set()
    assert governing(read, f"{opening} INTERPOL President Jon Berg spoke. {speech}") == {
        "person:Ana Ruiz | holds | President|PE"
    }


def test_a_minister_of_another_country_is_of_that(read: Reader) -> None:
    assert governing(read, f"{OPENING} The Swedish Prime Minister Kari Lund addressed the delegates.") == set()
