"""Guards people listed in one sentence: which post in brackets is theirs in the board, and which is one elsewhere."""

from __future__ import annotations

from tests.conftest import Reader

US = "The Baltic Ports Federation (BPF) met in Riga. "


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(US + text) if fact.rule == "enumeration"}


def test_the_post_after_a_firm_is_the_one_in_the_board(read: Reader) -> None:
    text = "The board consists of Ana Ruiz (Riga University, chairperson), Jon Berg (Port of Riga, treasurer) and Tom Paz."
    assert posts(read, text) == {
        "person:Ana Ruiz | holds | chairperson|BPF",
        "person:Jon Berg | holds | treasurer|BPF",
        "person:Tom Paz | holds | Board Member|BPF",
    }


def test_the_post_before_a_firm_is_one_there(read: Reader) -> None:
    text = "The board consists of Ana Ruiz (CEO, Lund Shipping), Jon Berg (treasurer) and Tom Paz."
    assert "person:Ana Ruiz | holds | Board Member|BPF" in posts(read, text)
    assert not [post for post in posts(read, text) if "CEO" in post]


def test_after_a_colon_each_may_be_somebody_elsewhere(read: Reader) -> None:
    text = "The BPF elected two new directors: Ana Ruiz, head of the Harbour School, and Jon Berg."
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Director|BPF",
        "person:Jon Berg | elected | Director|BPF",
    }


def test_those_of_other_days_are_not_of_the_board(read: Reader) -> None:
    text = "The BPF elected its board. They met with former officers: Ana Ruiz, Jon Berg and Tom Paz."
    assert posts(read, text) == set()


def test_the_country_after_a_post_is_no_part_of_it(read: Reader) -> None:
    text = "The board consists of Ana Ruiz (Chair, Norway), Jon Berg (treasurer, Latvia) and Tom Paz."
    assert {"person:Ana Ruiz | holds | Chair|BPF", "person:Jon Berg | holds | treasurer|BPF"} <= posts(read, text)
