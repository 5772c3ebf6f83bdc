"""Guards people listed in one sentence: which post in brackets is theirs in the board, and which is one elsewhere."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

US = "The Baltic Ports Federation (BPF) met in Riga. "


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(US + text) if fact.rule in ("enumeration", "semicolons")}


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


def test_where_each_comes_from_stands_between_them(read: Reader) -> None:
    text = "The BPF elected three new directors: Ana Ruiz of the University of Lima, Jon Berg from Oslo, and Tom Paz of Riga."
    assert posts(read, text) == {f"person:{name} | elected | Director|BPF" for name in ("Ana Ruiz", "Jon Berg", "Tom Paz")}


def test_the_people_may_stand_before_the_vote(read: Reader) -> None:
    text = "Ana Ruiz, Jon Berg and Tom Paz were unanimously elected to the board."
    assert posts(read, text) == {f"person:{name} | elected | Board Member|BPF" for name in ("Ana Ruiz", "Jon Berg", "Tom Paz")}


@pytest.mark.parametrize(
    "told",
    [
        "were not elected to the board",
        "have resigned from the board; others were elected",
        "were thanked by the newly elected board",
        "were appointed to count the votes for the board",
        "have been nominated to be elected to the board",
    ],
)
def test_what_else_happened_to_them_is_no_election(read: Reader, told: str) -> None:
    assert posts(read, f"Ana Ruiz, Jon Berg and Tom Paz {told}.") == set()


def test_the_post_may_stand_before_the_name_and_one_in_the_plural_is_that_of_all_who_follow(read: Reader) -> None:
    text = "The new board includes President and Founder Ana Ruiz, Treasurer Jon Berg, and Directors Tom Paz and Kari Lund."
    assert posts(read, text) == {
        "person:Ana Ruiz | holds | President and Founder|BPF",
        "person:Jon Berg | holds | Treasurer|BPF",
        "person:Tom Paz | holds | Director|BPF",
        "person:Kari Lund | holds | Director|BPF",
    }


def test_a_post_elsewhere_before_the_name_is_not_one_in_the_board(read: Reader) -> None:
    text = "Elected to the board were Lund Shipping Chairman Ana Ruiz, Riga Lines President Jon Berg and Tom Paz."
    assert posts(read, text) == {f"person:{name} | elected | Board Member|BPF" for name in ("Ana Ruiz", "Jon Berg", "Tom Paz")}


def test_they_are_those_of_the_sentence_before(read: Reader) -> None:
    text = "Three BPF executive members were re-elected. They are president Ana Ruiz, treasurer Jon Berg and secretary Tom Paz."
    assert {"person:Ana Ruiz | elected | president|BPF", "person:Tom Paz | holds | secretary|BPF"} <= posts(read, text)


def test_people_are_congratulated_on_what_follows_them(read: Reader) -> None:
    text = (
        "Here are the results of the BPF Audit Committee election! Please congratulate Ana Ruiz, Jon Berg and Tom Paz on their "
    )
    assert posts(read, text + "election.") == {
        f"person:{name} | elected | Audit Committee Member|BPF" for name in ("Ana Ruiz", "Jon Berg", "Tom Paz")
    }
    assert posts(read, text + "new ship.") == set()


def test_an_organ_of_another_organisation_is_not_ours(read: Reader) -> None:
    text = "Ana Ruiz, Jon Berg and Tom Paz were elected to the Executive Committee of the Asia Society."
    assert posts(read, text) == {
        f"person:{name} | elected | Executive Committee Member|Asia Society" for name in ("Ana Ruiz", "Jon Berg", "Tom Paz")
    }


def test_an_officer_named_after_an_election_was_elected(read: Reader) -> None:
    text = "The new board was elected on Friday. The Treasurer is Ana Ruiz."
    assert posts(read, text) == {"person:Ana Ruiz | elected | Treasurer|BPF"}
    assert posts(read, "The board met on Friday. The Treasurer is Ana Ruiz.") == set()


def test_a_country_after_a_comma_tells_where_somebody_is_from(read: Reader) -> None:
    text = "The following were elected to the board: Ana Ruiz, Peru; Jon Berg, Norway; Tom Paz, Latvia."
    assert posts(read, text) == {f"person:{name} | elected | Board Member|BPF" for name in ("Ana Ruiz", "Jon Berg", "Tom Paz")}


def test_a_label_tells_the_post_of_one(read: Reader) -> None:
    text = "The World Ports Committee elected its officers: Chairman: Mr. Jon Berg, Norway; Secretary: Mrs. Ana Ruiz, Peru."
    assert posts(read, text) == {
        "person:Jon Berg | elected | Chairman|World Ports Committee",
        "person:Ana Ruiz | elected | Secretary|World Ports Committee",
    }
