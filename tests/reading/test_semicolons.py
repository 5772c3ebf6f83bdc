"""People with their posts in one sentence, between semicolons."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

US = "The Harbour Union met in Riga. "


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(US + text) if fact.kind == "person"}


@pytest.mark.parametrize(
    "lead",
    [
        "Installed at the meeting were",
        "The new officers of the union are",
        "The union elected",
        "Officers elected for 2030 were",
    ],
)
def test_the_name_after_somebody_is_where_they_work(read: Reader, lead: str) -> None:
    text = f"{lead} Ana Berg, Lund Shipping, chair; Jon Lind, Vik Marine, vice chair; and Eva Krag, treasurer."
    assert posts(read, text) == {
        "person:Ana Berg | elected | chair|Harbour Union",
        "person:Jon Lind | elected | vice chair|Harbour Union",
        "person:Eva Krag | elected | treasurer|Harbour Union",
    }


def test_those_without_a_post_have_the_one_before_the_list(read: Reader) -> None:
    text = "Directors elected to three-year terms were Ana Berg, Vik Marine; Jon Lind, Dal Bank; and Eva Krag, Hagen Ltd."
    names = ("Ana Berg", "Jon Lind", "Eva Krag")
    assert posts(read, text) == {f"person:{name} | elected | Director|Harbour Union" for name in names}


def test_a_post_elsewhere_is_told_too(read: Reader) -> None:
    text = "The union elected three new directors: Ana Berg, CEO, Vik Marine; Jon Lind, Dal Bank; and Eva Krag, Hagen Ltd."
    assert posts(read, text) >= {
        "person:Ana Berg | holds | CEO|Vik Marine",
        "person:Ana Berg | elected | Director|Harbour Union",
    }


def test_the_sentence_before_can_name_the_offices(read: Reader) -> None:
    text = (
        "The union has named its officers for 2030. Ana Berg of Oslo will serve as president. "
        "Jon Lind, of Riga, is president-elect; Eva Krag, of Lund, vice president; and Tor Dal, of Bergen, treasurer."
    )
    assert posts(read, text) == {
        "person:Ana Berg | elected | president|Harbour Union",
        "person:Jon Lind | elected | president-elect|Harbour Union",
        "person:Eva Krag | elected | vice president|Harbour Union",
        "person:Tor Dal | elected | treasurer|Harbour Union",
    }


def test_those_who_rotate_off_held_their_seats(read: Reader) -> None:
    text = (
        "We thanked members rotating off the Board of Directors: Ana Berg, Vik Marine; Jon Lind, President, Dal Bank; "
        "and Eva Krag, Hagen Ltd, who chaired much."
    )
    assert posts(read, text) == {
        "person:Ana Berg | held | Board Member|Harbour Union",
        "person:Jon Lind | held | Board Member|Harbour Union",
        "person:Jon Lind | holds | President|Dal Bank",
        "person:Eva Krag | held | Board Member|Harbour Union",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The union heard Ana Berg, Vik Marine; Jon Lind, Dal Bank; and Eva Krag, Hagen Ltd.",
        "The union welcomed Ana Berg, who sails; and Jon Lind, who cooks.",
        "Candidates for the board are Ana Berg, Vik Marine; Jon Lind, Dal Bank; and Eva Krag, Hagen Ltd.",
    ],
)
def test_others_between_semicolons_are_not_elected(read: Reader, text: str) -> None:
    assert not [post for post in posts(read, text) if "Harbour Union" in post]


def test_posts_after_commas_where_semicolons_stand_between_the_people(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) is pleased to announce the election of its 2025 officers: Ana Ruiz, President; "
        "Jon Berg, Vice President; Kari Lund, Treasurer."
    )
    assert {" | ".join(fact.key) for fact in read(text) if fact.kind == "person"} == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Jon Berg | elected | Vice President|BPF",
        "person:Kari Lund | elected | Treasurer|BPF",
    }


def test_in_a_list_with_semicolons_nobody_has_the_post_of_the_one_before(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) members elected their officers: Chair Ana Ruiz; Jon Berg, Secretary (Norway); and "
        "Tom Paz, Treasurer."
    )
    assert {" | ".join(fact.key) for fact in read(text) if fact.kind == "person"} == {
        "person:Ana Ruiz | elected | Chair|BPF",
        "person:Jon Berg | elected | Secretary|BPF",
        "person:Tom Paz | elected | Treasurer|BPF",
    }


@pytest.mark.parametrize("lead", ["named its board, consisting of", "has a new board. Elected were", "elected new officers:"])
def test_such_a_list_is_led_in_as_any_other(read: Reader, lead: str) -> None:
    text = f"The union {lead} Ana Berg, Lund Lines, chair; Jon Lind, Port of Oslo, clerk; and Eva Moen, auditor."
    assert posts(read, text) == {
        "person:Ana Berg | elected | chair|Harbour Union",
        "person:Jon Lind | elected | clerk|Harbour Union",
        "person:Eva Moen | elected | auditor|Harbour Union",
    }
