"""Who gets an office, or takes it up, told without its name."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

OPENING = "The Baltic Ports Union (BPU) met in Riga. Jon Berg stood down after nine years as Vice-President of the BPU."


def successions(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text) if fact.rule == "succession"}


@pytest.mark.parametrize(
    "sentence",
    ["His place goes to Kari Lund of Norway.", "The vacant seat was filled by Kari Lund.", "His job has gone to Kari Lund."],
)
def test_who_gets_the_place_of_the_one_before(read: Reader, sentence: str) -> None:
    assert successions(read, f"{OPENING} {sentence}") == {"person:Kari Lund | elected | Vice-President|BPU"}


def test_who_takes_it_up_at_once_has_it(read: Reader) -> None:
    assert successions(read, f"{OPENING} His place goes to Kari Lund, who takes it up at once.") == {
        "person:Kari Lund | elected | Vice-President|BPU",
        "person:Kari Lund | holds | Vice-President|BPU",
    }


def test_the_place_of_somebody_in_another_organisation_is_not_ours(read: Reader) -> None:
    text = "The Baltic Ports Union (BPU) met. The BPU thanked Jon Berg, President of Harbour Bank. His place goes to Kari Lund."
    assert successions(read, text) == set()


def test_only_those_elected_to_the_office_take_it_up(read: Reader) -> None:
    text = (
        "The Baltic Ports Union (BPU) elected Ana Ruiz as President and Jon Berg as Treasurer. "
        "The new President takes office at once."
    )
    assert successions(read, text) == {"person:Ana Ruiz | holds | President|BPU"}


def test_a_question_tells_no_succession(read: Reader) -> None:
    text = "INTERPOL elected Ana Ruiz as Vice-President for Europe. And who succeeds Jon Berg, the President?"
    assert successions(read, text) == set()


def test_who_took_office_follows_the_one_before(read: Reader) -> None:
    text = "Kari Lund took office as President of the Baltic Ports Union on Monday, succeeding Jon Berg."
    assert successions(read, text) == {"person:Jon Berg | held | President|Baltic Ports Union"}


def test_in_succession_to_goes_on_from_the_election_before_it(read: Reader) -> None:
    text = (
        "The Baltic Ports Union (BPU) met in Riga. Kari Lund was elected President in succession to Jon Berg, "
        "and Ana Ruiz was re-elected Treasurer."
    )
    held = {" | ".join(fact.key) for fact in read(text) if fact.property == "held"}
    assert held == {"person:Jon Berg | held | President|BPU"}


def test_a_predecessor_who_stays_until_a_day_still_has_the_office(read: Reader) -> None:
    text = (
        "Kari Lund was today elected President of the Baltic Ports Union. "
        "Her predecessor, Jon Berg, retires at the end of the month."
    )
    assert successions(read, text) == {"person:Jon Berg | holds | President|Baltic Ports Union"}
