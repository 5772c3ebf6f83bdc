"""Treaties whose parties meet, under names that do not open as a treaty's, and councils that have sessions themselves."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

HEADED = """{name} (TTC)
Eleventh meeting of the Conference of the Parties
Riga, Latvia, 8-10 May 2023

3. Elections to a committee.
"""


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def test_a_treaty_called_after_a_place_has_parties_that_meet(read: Reader) -> None:
    found = keys(read, "The parties to the Riga Convention held their fifth Conference of the Parties in Oslo on 4 May 2022.")
    assert {"session:Riga Convention/5 | city | Oslo", "session:Riga Convention/5 | year | 2022"} <= found


def test_a_fair_called_so_has_none(read: Reader) -> None:
    assert not [
        key for key in keys(read, "The Riga Convention drew 400 fans of comics to its fifth edition.") if "session:" in key
    ]


@pytest.mark.parametrize("name", ["TIN TRADE CONVENTION", "Tin Trade Convention"])
def test_a_treaty_with_initials_has_parties_that_meet(read: Reader, name: str) -> None:
    found = keys(read, HEADED.format(name=name))
    assert {"session:TTC/11 | city | Riga", "session:TTC/11 | start | 2023-05-08", "session:TTC/11 | end | 2023-05-10"} <= found
    assert {key.partition("/")[0] for key in found} == {"session:TTC"}


def test_a_council_has_sessions_itself(read: Reader) -> None:
    text = "The Nordic Tea Council (NTC) met. It ended its 12th session in Riga on 5 May 2031."
    assert "session:NTC/12 | end | 2031-05-05" in keys(read, text)
